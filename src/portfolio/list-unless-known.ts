import type { Database } from '../platform/database/database.ts';
import { createService } from './create-service.ts';

/** Lists a service, unless it already is: what someone who sends or publishes its plan from a terminal expects. */
export async function listUnlessKnown(
  db: Database,
  { id, name }: { readonly id: string; readonly name: string },
  by: { readonly actor: string; readonly at: string },
): Promise<void> {
  const listed = await db.selectFrom('service').select('id').where('id', '=', id).executeTakeFirst();
  if (listed === undefined) await createService(db, { id, name }, by);
}
