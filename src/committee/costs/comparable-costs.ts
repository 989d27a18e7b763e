import { sql } from 'kysely';
import type { EvidenceLevel } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Bundle } from '../../publish/bundle/bundle.ts';
import { type CostQuestion, effectKey } from './comparable-effect.ts';
import { costFacts } from './cost-per-effect.ts';
import { readCosts } from './read-costs.ts';
import type { KnownUnitCost } from './unit-cost.ts';

/** A cost of a service that another may be put beside. */
export interface ComparableCost {
  readonly service: { readonly id: string; readonly name: string };
  readonly indicator: string;
  readonly name: string;
  readonly question: CostQuestion;
  readonly cost: KnownUnitCost;
  readonly level: EvidenceLevel;
  readonly measuredOn: string;
}

export interface CostComparison {
  readonly own: ComparableCost;
  /** In the order of their names: not a ranking. Null words: there is none. */
  readonly others: readonly (ComparableCost & { readonly sentence: string })[];
}

/** For each effect of a service whose cost is known, the costs of the same effect elsewhere on a day. */
export async function comparableCosts(
  db: Database,
  service: string,
  day: string,
): Promise<readonly CostComparison[]> {
  const known = new Map<string, readonly (ComparableCost & { readonly key: string })[]>();
  for (const one of await candidates(db, service)) known.set(one.id, await costsOf(db, one, day));
  const own = known.get(service) ?? [];
  const others = [...known].flatMap(([id, costs]) => (id === service ? [] : costs));
  return own.map((cost) => ({
    own: cost,
    others: others
      .filter(({ key }) => key === cost.key)
      .toSorted((a, b) => alphabet.compare(a.service.name, b.service.name))
      .map((other) => ({ ...other, sentence: besides(cost.cost, other.cost) })),
  }));
}

const alphabet = new Intl.Collator('fr');

/** The service and those of the same domain that have both a budget and a publication. */
async function candidates(db: Database, service: string) {
  const { rows } = await sql<{ id: string; name: string }>`
    select other.id, other.name from service own
    join service other on other.id = own.id or other.effect_domain = own.effect_domain
    where own.id = ${service}
      and exists (select 1 from budget_line where budget_line.service = other.id and withdrawn_at is null)
      and exists (select 1 from publication where publication.service = other.id)
    order by other.id`.execute(db);
  return rows;
}

async function costsOf(db: Database, service: ComparableCost['service'], day: string) {
  const facts = await costFacts(db, service.id, day, null);
  if (facts.published === null) return [];
  const { bundle } = facts.published;
  return readCosts(facts).effects.flatMap((effect) =>
    (['additional', 'observed'] as const).flatMap((question) => {
      const cost = question === 'additional' ? effect.perAdditionalOutcome : effect.perObservedOutcome;
      if (cost.kind === 'insufficient') return [];
      return keyed(service, bundle, effect, { question, cost }) ?? [];
    }),
  );
}

function keyed(
  service: ComparableCost['service'],
  bundle: Bundle,
  { indicator, name }: { readonly indicator: string; readonly name: string },
  { question, cost }: { readonly question: CostQuestion; readonly cost: KnownUnitCost },
): (ComparableCost & { readonly key: string }) | null {
  const measure = bundle.measures.find((one) => one.indicator === indicator);
  const key = measure === undefined ? null : effectKey(bundle, measure, cost, question);
  if (measure === undefined || key === null) return null;
  const { level } = measure.evidence;
  return { service, indicator, name, question, cost, level, measuredOn: bundle.freshness.measuredOn, key };
}

/** What may be said of two costs of the same effect: nothing when their intervals meet. */
function besides(own: KnownUnitCost, other: KnownUnitCost): string {
  const [a, b] = [own.lower ?? own.value, own.upper ?? own.value];
  const [c, d] = [other.lower ?? other.value, other.upper ?? other.value];
  if (c > b) return typeset('Plus cher que celui de ce service : les deux intervalles sont séparés.');
  if (d < a) return typeset('Moins cher que celui de ce service : les deux intervalles sont séparés.');
  return typeset('Rien ne les départage : les deux intervalles se recouvrent.');
}
