import type { RoleName } from '../database/tables/accounts.ts';
import { newId } from '../ids.ts';
import type { Mail } from '../mail.ts';
import { type AccountContext, days, later } from './context.ts';
import { createLink } from './create-link.ts';
import { emailAddress } from './email-address.ts';
import type { SignedIn } from './find-session.ts';
import { columnsOf, type Place } from './place.ts';
import { recordAudit } from './record-audit.ts';
import { requirePermission } from './require-permission.ts';
import { roleNames } from './roles.ts';

const lifetime = days(7);

interface NewInvitation {
  readonly email: string;
  readonly role: RoleName;
  readonly place: Place;
  readonly address: string;
}

/** Invites someone to a role on a place, by e-mail. Only an administrator of the place may. */
export async function invite(
  context: AccountContext,
  mail: Mail,
  by: SignedIn,
  { email, role, place, address }: NewInvitation,
): Promise<{ readonly sending: Promise<unknown> }> {
  const to = emailAddress(email);
  const { name } = await requirePermission(context, by, 'manage-members', place);
  const at = context.now();
  const link = await context.db.transaction().execute(async (transaction) => {
    const id = newId();
    await transaction.deleteFrom('invitation').where('expires_at', '<=', at).execute();
    const { service, organisation } = columnsOf(place);
    await transaction
      .insertInto('invitation')
      .values({
        id,
        email: to,
        role,
        service,
        organisation,
        invited_by: by.id,
        created_at: at,
        expires_at: later(at, lifetime),
      })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: by.id,
      action: 'invitation.send',
      object: ['invitation', id],
      service,
      organisation,
      detail: { role },
    });
    return createLink(transaction, {
      purpose: 'invitation',
      email: to,
      invitation: id,
      returnTo: '/equipe',
      now: at,
      lifetime,
      address,
    });
  });
  return { sending: mail.send(invitationMessage(to, roleNames[role].name, name, link, address)) };
}

const invitationMessage = (to: string, role: string, place: string, link: string, address: string) => ({
  to,
  subject: 'Vous êtes invité sur Foulée',
  text: [
    'Bonjour,',
    `Vous êtes invité sur Foulée (${address}) avec le rôle « ${role} » pour : ${place}.`,
    'Pour accepter, ouvrez ce lien, puis appuyez sur « Me connecter » :',
    link,
    'Il sert une seule fois, pendant sept jours.',
    'Vous ne voyez pas de quoi il s’agit ? Ignorez ce message.',
  ].join('\n\n'),
});
