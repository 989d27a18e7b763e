import type { LoginTokenTable } from '../database/tables/accounts.ts';
import { hashOf, newSecret } from '../ids.ts';
import { type AccountTransaction, later } from './context.ts';

interface NewLink {
  readonly purpose: LoginTokenTable['purpose'];
  readonly email: string | null;
  readonly invitation: string | null;
  readonly returnTo: string;
  readonly now: string;
  /** Milliseconds. */
  readonly lifetime: number;
  readonly address: string;
}

/** Makes a link that signs in once; only the hash of its token is kept. Those too old are forgotten. */
export async function createLink(transaction: AccountTransaction, link: NewLink): Promise<string> {
  const token = newSecret();
  await transaction.deleteFrom('login_token').where('expires_at', '<', link.now).execute();
  await transaction
    .insertInto('login_token')
    .values({
      token_hash: hashOf(token),
      purpose: link.purpose,
      email: link.email,
      invitation: link.invitation,
      return_to: link.returnTo,
      created_at: link.now,
      expires_at: later(link.now, link.lifetime),
    })
    .execute();
  return `${link.address}/connexion/confirmer?jeton=${token}`;
}
