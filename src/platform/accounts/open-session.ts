import { hashOf, newId, newSecret } from '../ids.ts';
import { type AccountTransaction, days, later } from './context.ts';
import { recordAudit } from './record-audit.ts';

/** A session ends after a week without use, and after thirty days in any case. */
const idle = days(7);
const longest = days(30);

interface NewSession {
  readonly account: string;
  readonly method: 'link' | 'oidc';
  /** What the person will recognise it by: `Firefox sur Linux`. */
  readonly device: string;
  /** Kept to sign out at the identity provider too. */
  readonly idToken: string | null;
  /** Of the organisation ProConnect answers for; null with any other way in. */
  readonly siret: string | null;
}

/** Opens a session; returns the token of its cookie, kept nowhere else. Sessions that ended are forgotten. */
export async function openSession(
  transaction: AccountTransaction,
  now: string,
  { account, method, device, idToken, siret }: NewSession,
): Promise<string> {
  const token = newSecret();
  const id = newId();
  await transaction.deleteFrom('session').where('expires_at', '<=', now).execute();
  await transaction
    .insertInto('session')
    .values({
      id,
      token_hash: hashOf(token),
      account,
      method,
      device,
      id_token: idToken,
      siret,
      created_at: now,
      seen_at: now,
      expires_at: later(now, idle),
    })
    .execute();
  await recordAudit(transaction, {
    at: now,
    actor: account,
    action: 'session.open',
    object: ['session', id],
    detail: { method },
  });
  return token;
}

/** When a session used now ends if it is not used again. */
export function slidingEnd(createdAt: string, now: string): string {
  const [first = now] = [later(now, idle), later(createdAt, longest)].toSorted();
  return first;
}
