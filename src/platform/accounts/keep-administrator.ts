import type { AccountTransaction } from './context.ts';
import { lastAdministrator } from './refusals.ts';

/**
 * Refuses to go on when these memberships are all that administers the installation. The rows are locked: two
 * administrators who leave at the same moment do not both succeed.
 */
export async function keepAdministrator(
  transaction: AccountTransaction,
  leaving: (membership: { readonly id: string; readonly account: string }) => boolean,
): Promise<void> {
  const administrators = await transaction
    .selectFrom('membership')
    .select(['id', 'account'])
    .where('role', '=', 'administrator')
    .where('service', 'is', null)
    .where('organisation', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (administrators.some(leaving) && administrators.every(leaving)) throw lastAdministrator();
}
