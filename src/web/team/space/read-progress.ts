import { readPlan } from '../../../plan/read-plan.ts';
import type { AccountContext } from '../../../platform/accounts/context.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import { latestVersion } from '../../../portfolio/plans/plan-version.ts';
import type { ArrivalDoor } from '../../../records/arrivals/door.ts';
import { weekOf } from '../../../weekly/week.ts';
import { receivedSources } from '../../collect/collection-plan.ts';
import type { Progress } from './next-to-do.ts';

/** Where a service stands; `published`: whether a figure of it is public. */
export async function readProgress(
  { db, now }: AccountContext,
  door: Pick<ArrivalDoor, 'holds'>,
  { service, published }: { readonly service: string; readonly published: boolean },
): Promise<Progress> {
  const version = await latestVersion(db, service);
  const plan = version === null ? null : readPlan(version.text).plan;
  const measured = await db
    .selectFrom('weekly_run')
    .select('week')
    .where('service', '=', service)
    .where('document', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  const written = await db
    .selectFrom('weekly_entry')
    .select('id')
    .where('service', '=', service)
    .where('week', '=', weekOf(parisDay(now())))
    .limit(1)
    .executeTakeFirst();
  return {
    hasPlan: version !== null,
    waiting:
      plan === null
        ? []
        : receivedSources(plan)
            .filter((source) => !source.pull && !door.holds(service, source))
            .map(({ name }) => name),
    measured: measured !== undefined,
    published,
    lookedAt: written !== undefined,
  };
}
