import type { Plan } from '../../plan/plan.ts';
import type { AccountContext } from '../../platform/accounts/context.ts';
import { listUnlessKnown } from '../../portfolio/list-unless-known.ts';
import { createCollectionKey } from './collection-keys.ts';
import { declarePlan } from './collection-plan.ts';

interface Opening {
  readonly plan: Plan;
  /** Of the plan, as it was written. */
  readonly text: string;
  readonly source: string;
  readonly origins: readonly string[];
  readonly name: string;
}

/** Lists the service if it is not yet, saves its plan, and makes a collection key, returned in clear. */
export async function openForCollection(
  context: Pick<AccountContext, 'db' | 'now'>,
  { plan, text, source, origins, name }: Opening,
): Promise<string> {
  const { id } = plan.service;
  const by = 'foulee';
  await listUnlessKnown(context.db, plan.service, { actor: by, at: context.now() });
  await declarePlan(context, { service: id, document: text, by });
  return createCollectionKey(context, by, { service: id, source, origins, name });
}
