import type { Kysely } from 'kysely';
import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { parisDay } from '../../platform/paris-time.ts';

/** What a sponsor said counts for an indicator; null: nothing, so that the plan is read. */
export interface SponsorTerms {
  readonly indicator: string;
  readonly unit: FigureUnit['unit'];
  /** Smallest effect worth having, in the unit of the effect: a share between 0 and 1, or that of its table. */
  readonly threshold: number | null;
  /** Euros. */
  readonly valuePerOutcome: number | null;
  readonly reason: string;
  /** `YYYY-MM-DD`, in Paris. */
  readonly day: string;
}

/** All that was said for a service before an instant (ISO 8601), the last word first. */
export async function sponsorTerms(
  db: Kysely<Schema>,
  service: string,
  before: string,
): Promise<readonly SponsorTerms[]> {
  const rows = await db
    .selectFrom('sponsor_terms')
    .select(['indicator', 'unit', 'threshold', 'value_per_outcome', 'reason', 'at'])
    .where('service', '=', service)
    .where('at', '<', before)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ value_per_outcome, at, ...row }) => ({
    ...row,
    valuePerOutcome: value_per_outcome,
    day: parisDay(at),
  }));
}

/** Those that stand for an effect, among what was said, the last word first; null: none do. */
export const standingTerms = <T extends Pick<SponsorTerms, 'indicator' | 'unit'>>(
  terms: readonly T[],
  { indicator, unit }: Pick<SponsorTerms, 'indicator' | 'unit'>,
): T | null => terms.find((own) => own.indicator === indicator && own.unit === unit) ?? null;
