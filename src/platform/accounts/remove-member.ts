import type { AccountContext } from './context.ts';
import type { SignedIn } from './find-session.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { columnsOf, type Place } from './place.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';
import { requirePermission } from './require-permission.ts';

/** Takes a role away on a place. The last administrator of the installation cannot be removed. */
export async function removeMember(
  context: AccountContext,
  by: SignedIn,
  place: Place,
  membership: string,
): Promise<void> {
  await requirePermission(context, by, 'manage-members', place);
  const { service, organisation } = columnsOf(place);
  await context.db.transaction().execute(async (transaction) => {
    await keepAdministrator(transaction, ({ id }) => id === membership);
    const removed = await transaction
      .deleteFrom('membership')
      .where('id', '=', membership)
      .where('service', 'is not distinct from', service)
      .where('organisation', 'is not distinct from', organisation)
      .returning(['account', 'role'])
      .executeTakeFirst();
    if (removed === undefined) throw notFoundHere();
    await recordAudit(transaction, {
      at: context.now(),
      actor: by.id,
      action: 'member.remove',
      object: ['account', removed.account],
      service,
      organisation,
      detail: { role: removed.role },
    });
  });
}
