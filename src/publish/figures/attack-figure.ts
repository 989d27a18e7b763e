import { type DisclosureRule, maySee } from '../disclosure/rule.ts';
import type { FigureCounts } from './figure-counts.ts';

/**
 * Reads a published figure as someone who wants to single people out: each number of people it gives, what the groups
 * of a breakdown leave of everyone, and what changed since each earlier publication. What is found, in a few words.
 */
export function attackFigure(
  counts: FigureCounts,
  earlier: readonly FigureCounts[],
  rule: DisclosureRule,
): readonly string[] {
  const now = knownIn(counts);
  const small = [...now].filter(([, count]) => !maySee(count, rule)).map(([name]) => name);
  const moved = earlier.flatMap((before) =>
    [...knownIn(before)].flatMap(([name, was]) => {
      const count = now.get(name);
      return count === undefined || maySee(count - was, rule)
        ? []
        : [`${name}, depuis une publication précédente`];
    }),
  );
  return [...new Set([...small, ...moved])];
}

/** Numbers of people or cases of the records a reader knows or works out, by what they count. */
function knownIn({ counted, calls, sample, answers }: FigureCounts): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  if (counted !== null) known.set('le total compté', counted.total);
  if (calls !== null) {
    known.set('les cas vérifiés', calls.n);
    known.set('les cas vérifiés suivis d’effet', calls.events);
    known.set('les cas vérifiés sans effet', calls.n - calls.events);
  }
  if (sample?.fromRecords.sample) known.set('les cas mesurés', sample.n);
  if (sample?.fromRecords.volume) known.set(`le volume de « ${sample.period ?? ''} »`, sample.volume);
  if (answers === null) return known;
  known.set('les personnes interrogées', answers.asked);
  known.set('les réponses', answers.answered);
  known.set('les personnes qui n’ont pas répondu', answers.asked - answers.answered);
  const left = new Map<string, number>();
  for (const { by, group, n, unit, value } of answers.estimates) {
    if (by !== null && group !== null) {
      known.set(`les réponses de « ${group} »`, n);
      left.set(by, (left.get(by) ?? answers.answered) - n);
    }
    if (unit !== 'proportion' || value === null) continue;
    const yes = Math.round(value * n);
    known.set(`les oui de « ${group ?? 'tous'} »`, yes);
    known.set(`les non de « ${group ?? 'tous'} »`, n - yes);
  }
  for (const [by, count] of left) known.set(`les réponses hors des groupes de « ${by} »`, count);
  return known;
}
