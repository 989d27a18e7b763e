import type { AccountContext } from './context.ts';
import type { SignedIn } from './find-session.ts';
import { columnsOf, type Place } from './place.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';
import { requirePermission } from './require-permission.ts';

/** Takes back an invitation that was not accepted; its link stops working. */
export async function withdrawInvitation(
  context: AccountContext,
  by: SignedIn,
  place: Place,
  invitation: string,
): Promise<void> {
  await requirePermission(context, by, 'manage-members', place);
  const { service, organisation } = columnsOf(place);
  await context.db.transaction().execute(async (transaction) => {
    const withdrawn = await transaction
      .deleteFrom('invitation')
      .where('id', '=', invitation)
      .where('service', 'is not distinct from', service)
      .where('organisation', 'is not distinct from', organisation)
      .executeTakeFirst();
    if (withdrawn.numDeletedRows === 0n) throw notFoundHere();
    await recordAudit(transaction, {
      at: context.now(),
      actor: by.id,
      action: 'invitation.withdraw',
      object: ['invitation', invitation],
      service,
      organisation,
    });
  });
}
