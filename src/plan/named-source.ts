import type { KnownSources, Say } from './indicator-checks.ts';
import { nearestName } from './nearest-name.ts';
import type { Source } from './plan.ts';
import type { Finding } from './problem.ts';

interface Named {
  readonly key: string;
  readonly name: string;
  readonly kinds: readonly Source['kind'][];
}

/** A source that is named must exist and be of a kind that fits its role. */
export function namedSource({ key, name, kinds }: Named, sources: KnownSources, say: Say): Finding[] {
  const kind = kinds.join(' ou ');
  const candidates = [...sources]
    .filter(([, s]) => s === null || kinds.includes(s.kind))
    .map(([known]) => known);
  const list = candidates.length > 0 ? candidates.join(', ') : 'aucune pour le moment';
  if (!sources.has(name)) {
    const near = nearestName(name, candidates) ?? undefined;
    const advice = near ? `vouliez-vous dire « ${near} » ?` : `sources de kind ${kind} : ${list}`;
    return [say([key], `${key} nomme la source « ${name} », qui n'existe pas ; ${advice}`, near)];
  }
  const source = sources.get(name);
  if (!source || kinds.includes(source.kind)) return [];
  const sentence = `${key} demande une source de kind ${kind}, mais « ${name} » est de kind ${source.kind} ; sources possibles : ${list}`;
  return [say([key], sentence)];
}

/** Attributes that a source must declare before they can be named. */
export function namedAttributes(
  key: string,
  names: readonly string[],
  source: Source | null | undefined,
  say: Say,
): Finding[] {
  if (!source) return [];
  const known = Object.keys(source.attributes);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const near = nearestName(name, known) ?? undefined;
      const advice = near
        ? `vouliez-vous dire « ${near} » ?`
        : known.length > 0
          ? `attributs possibles : ${known.join(', ')}`
          : `déclarez-le d'abord : attributes: {${name}: colonne}`;
      return say([key], `« ${name} » n'est pas un attribut de sources.${source.name} ; ${advice}`, near);
    });
}
