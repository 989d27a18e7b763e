import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import type { Publication } from '../bundle/bundle.ts';
import { refuseNewer } from '../bundle/calculation.ts';

/** Larger is not a publication: the largest have some hundred kilobytes. */
export const largestPublication = 20_000_000;

const record = z.record(z.string(), z.unknown());
const shape = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  parts: z.record(z.string(), z.string()),
  bundle: z
    .object({
      foulee: z.number(),
      calculation: z.number().int().positive().optional(),
      software: z.string().max(200),
      kind: z.literal('publication'),
      service: z.object({ id: z.string(), name: z.string() }).loose(),
      number: z.number().int().positive(),
      previous: z.string().nullable(),
      plan: z.object({ indicators: z.array(record) }).loose(),
      disclosure: z.object({ rule: z.object({ threshold: z.number() }).loose() }).loose(),
      measures: z.array(z.object({ indicator: z.string(), counts: record }).loose()),
    })
    .loose(),
});

/**
 * A publication read from JSON text, one or a list of them. Only its outline is checked: what its parts say is for
 * `verify` to compute again. Refuses what is not JSON, not a publication, or of a later version.
 */
export function readPublications(text: string, from: string): readonly Publication[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(
      'data',
      `${from} n’est pas une publication : ce n’est pas du JSON.`,
      'Donnez le fichier écrit par « foulee publish --output », ou l’adresse de « La publication entière (JSON) », sur la page du service.',
    );
  }
  const items = Array.isArray(value) ? value : [value];
  if (items.length === 0) throw notOne(from);
  return items.map((item) => {
    refuseNewer((item as { bundle?: object } | null)?.bundle ?? {}, from);
    if (!shape.safeParse(item).success) throw notOne(from);
    return item as Publication;
  });
}

const notOne = (from: string) =>
  new Refusal(
    'data',
    `${from} est du JSON, mais pas une publication de Foulée.`,
    'Donnez le fichier écrit par « foulee publish --output », ou l’adresse d’une publication.',
  );
