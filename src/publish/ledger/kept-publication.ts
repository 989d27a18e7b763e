import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import type { Publication } from '../bundle/bundle.ts';

/** What a ledger keeps of a publication was spoilt: it can no longer be read. Says which, never what is there. */
export class DamagedPublication extends Refusal {
  readonly service: string;
  readonly number: number;

  constructor(service: string, number: number) {
    super(
      'data',
      `La publication ${number} de ce service a été abîmée là où elle est gardée : elle n’est plus lisible. Rien de ce service n’est montré tant qu’elle n’est pas rétablie.`,
      'Les autres services ne sont pas touchés. Qui tient ce site peut la rétablir depuis une sauvegarde de la base.',
    );
    this.name = 'DamagedPublication';
    this.service = service;
    this.number = number;
  }
}

/** The parts everything else is found by. What they hold is checked by the seal. */
const shape = z.looseObject({
  sha256: z.string(),
  bundle: z.looseObject({
    service: z.looseObject({ id: z.string(), name: z.string() }),
    effect: z.looseObject({ statement: z.string() }),
    number: z.number(),
    publishedOn: z.string(),
    plan: z.looseObject({ hash: z.string(), indicators: z.array(z.looseObject({})) }),
    freshness: z.looseObject({ measuredOn: z.string() }),
    disclosure: z.looseObject({ hidden: z.array(z.looseObject({})) }),
    measures: z.array(z.looseObject({ indicator: z.string() })),
  }),
});

/** A publication from the text a ledger keeps; null when that text is no longer one. */
export function keptPublication(text: string): Publication | null {
  try {
    const value: unknown = JSON.parse(text);
    return shape.safeParse(value).success ? (value as Publication) : null;
  } catch {
    return null;
  }
}
