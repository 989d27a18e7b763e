import type { Database } from '../../platform/database/database.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { type CostMoves, movesBetween } from '../costs/cost-move.ts';
import { costFacts } from '../costs/cost-per-effect.ts';
import { yearUntil } from '../costs/figure-days.ts';
import { lastCommitteeDay } from '../costs/last-committee.ts';
import { type CostPerEffect, readCosts } from '../costs/read-costs.ts';
import { type ServiceCosts, serviceCosts } from '../costs/service-costs.ts';
import type { UnitCost } from '../costs/unit-cost.ts';
import type { CommitteeEvidence } from './evidence.ts';
import type { Moment } from './moment.ts';

type KnownCosts = CommitteeEvidence['costs'];

/** What a service cost over the year up to a day, what an effect costs, and the move since the committee before. */
export async function knownCosts(
  db: Database,
  service: string,
  entries: readonly LedgerEntry[],
  { day, last }: Moment,
): Promise<KnownCosts> {
  const budget = await serviceCosts(db, service, yearUntil(day), last);
  /** From what was public on a day, budgets being those known now: one entered late is no rise. */
  const costsOn = async (then: string): Promise<CostPerEffect> =>
    readCosts({ ...(await costFacts(db, service, then, last)), published: standingOn(entries, then) });
  const now = await costsOn(day);
  const since = await lastCommitteeDay(db, service, day);
  return {
    budget: budgetOf(budget),
    perUse: unitCostOf(now.perUse),
    perUsefulUse: unitCostOf(now.perUsefulUse),
    perObservedOutcome: unitCostOf(now.perObservedOutcome),
    perAdditionalOutcome: unitCostOf(now.perAdditionalOutcome),
    moves: since === null ? null : movesOf(movesBetween(await costsOn(since), now, since)),
  };
}

function standingOn(entries: readonly LedgerEntry[], day: string) {
  const standing = entries.findLast(
    (entry) => entry.publication.bundle.publishedOn <= day && shownEntry(entry).kind === 'published',
  );
  return standing?.publication ?? null;
}

function budgetOf(costs: ServiceCosts): KnownCosts['budget'] {
  if (costs.kind === 'unknown') return costs;
  const { kind, period, total, forecast, perYear, days, coveredDays } = costs;
  const lines = costs.lines.map(({ line, counted }) => ({
    from: line.from,
    until: line.until,
    nature: line.nature,
    activity: line.activity,
    state: line.state,
    cents: counted,
  }));
  return { kind, ...period, total, forecast, perYear, days, coveredDays, lines };
}

function unitCostOf(cost: UnitCost): KnownCosts['perUse'] {
  if (cost.kind === 'insufficient') {
    const { kind, sentence, atLeast } = cost;
    return { kind, sentence, atLeast };
  }
  const { kind, value, lower, upper, unit, sentence, basis } = cost;
  return { kind, value, lower, upper, unit, sentence, basis };
}

const movesOf = ({ since, ...moves }: CostMoves): KnownCosts['moves'] => ({
  since,
  perUse: moves.perUse.sentence,
  perUsefulUse: moves.perUsefulUse.sentence,
  perObservedOutcome: moves.perObservedOutcome.sentence,
  perAdditionalOutcome: moves.perAdditionalOutcome.sentence,
});
