import type { CostPerEffect } from '../../../committee/costs/read-costs.ts';
import { readPlan } from '../../../plan/read-plan.ts';
import type { Database } from '../../../platform/database/database.ts';
import { latestVersion } from '../../../portfolio/plans/plan-version.ts';

/** The effects a budget may be shared between, by identifier: those of the current plan, and those published. */
export async function costedEffects(
  db: Database,
  service: string,
  { effects }: Pick<CostPerEffect, 'effects'>,
): Promise<ReadonlyMap<string, string>> {
  const version = await latestVersion(db, service);
  const plan = version === null ? null : readPlan(version.text).plan;
  const planned = plan?.indicators.filter(({ matrix }) => matrix === 'impactful') ?? [];
  return new Map([
    ...effects.map(({ indicator, name }) => [indicator, name] as const),
    ...planned.map(({ id, name }) => [id, name] as const),
  ]);
}
