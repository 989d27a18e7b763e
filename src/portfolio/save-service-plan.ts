import type { Database } from '../platform/database/database.ts';

/** Keeps with a service the plan its figures come from: its text, byte for byte, and the hash measures call it by. */
export async function saveServicePlan(
  db: Database,
  plan: { readonly service: string; readonly text: string; readonly hash: string; readonly now: string },
): Promise<void> {
  await db
    .updateTable('service')
    .set({ plan_text: plan.text, plan_hash: plan.hash, updated_at: plan.now })
    .where('id', '=', plan.service)
    .execute();
}
