import type { Plan, Source } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { AccountContext } from '../../platform/accounts/context.ts';
import { InvalidPlan } from '../../portfolio/plans/plan-refusals.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { noSourceReceived, planToMend } from './refusals.ts';

type Context = Pick<AccountContext, 'db' | 'now'>;

/** The sources of a plan that receive their rows over the network. */
export const receivedSources = ({ sources }: Plan): readonly Source[] =>
  Object.values(sources).filter(({ arrivals }) => arrivals === true);

/**
 * Saves the plan of a service that says what it receives. Refuses a plan with problems, of another service, without a
 * source with `arrivals: true`, or that would give the same people other pseudonyms than before.
 */
export async function declarePlan(
  context: Context,
  { service, document, by }: { readonly service: string; readonly document: string; readonly by: string },
): Promise<void> {
  const { plan, problems } = readPlan(document);
  if (plan === null) throw planToMend(problems);
  if (receivedSources(plan).length === 0) throw noSourceReceived();
  const current = await latestVersion(context.db, service);
  const written = { service, text: document, note: 'Collecte', after: current?.version ?? 0 };
  await savePlanVersion(context.db, written, { actor: by, at: context.now() }).catch((error) => {
    throw error instanceof InvalidPlan ? planToMend(error.problems) : error;
  });
}

/** The plan that says what a service receives; null: none is saved, or it can no longer be read. */
export async function findCollectionPlan({ db }: Context, service: string): Promise<Plan | null> {
  const current = await latestVersion(db, service);
  return current === null ? null : readPlan(current.text).plan;
}
