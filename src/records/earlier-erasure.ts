import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../platform/refusal.ts';
import { manifestName } from './manifest.ts';
import type { Erasure } from './wanted-sql.ts';

/** All that is read of a manifest, which an earlier version may have written otherwise. */
const erasures = z.object({
  erased: z.array(z.string()).default([]),
  since: z.string().nullable().default(null),
});

/** What was erased under the other definitions of the source in `folder`: the plan, or Foulée, changed since. */
export function otherErasures(folder: string): readonly Erasure[] {
  const parent = dirname(folder);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const path = join(parent, name, manifestName);
    return join(parent, name) === folder || !existsSync(path) ? [] : [readErasure(path)];
  });
}

/**
 * What was erased from a source under its other definitions, and must not come back under this one. Pseudonyms follow
 * the key and the letter case of identifiers: those of another are kept too, and match nobody.
 */
export function earlierErasure(folder: string): Erasure {
  const states = otherErasures(folder);
  const days = states.flatMap(({ since }) => since ?? []).sort();
  return {
    erased: [...new Set(states.flatMap(({ erased }) => erased))].sort(),
    since: days.at(-1) ?? null,
  };
}

function readErasure(path: string): Erasure {
  try {
    return erasures.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Refusal(
      'data',
      `${path} n’est pas lisible : ce qui avait été effacé de cette source ne peut pas être retenu.`,
      'Remettez ce fichier depuis une sauvegarde ; ou supprimez son dossier, et effacez de nouveau après l’import.',
    );
  }
}
