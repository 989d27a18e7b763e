import { sql } from 'kysely';
import { hashOf } from '../ids.ts';
import type { Mail } from '../mail.ts';
import { isKnown } from './arrive.ts';
import { type AccountContext, type AccountTransaction, later, minutes } from './context.ts';
import { createLink } from './create-link.ts';
import { emailAddress } from './email-address.ts';
import { tooManyLinks } from './refusals.ts';

const counted = minutes(15);
const mostInThatTime = 3;
const lifetime = minutes(15);

interface LinkRequest {
  readonly email: string;
  readonly returnTo: string;
  /** Public address of the site, without a final slash. */
  readonly address: string;
}

/**
 * Sends a sign-in link to a known address; does the same work and gives the same answer for an unknown one, to
 * which nothing is sent. Returns the sending under way, to wait for or not: an answer must not wait for it.
 * Refuses what is not an address, and more than three requests in a quarter of an hour for one address.
 */
export async function requestLink(
  { db, now }: AccountContext,
  mail: Mail,
  { email, returnTo, address }: LinkRequest,
): Promise<{ readonly sending: Promise<unknown> }> {
  const to = emailAddress(email);
  const at = now();
  const link = await db.transaction().execute(async (transaction) => {
    await countRequest(transaction, hashOf(to), at);
    const known = await isKnown(transaction, to, at);
    // The same row for an unknown address, without the address: it opens nothing, and takes the same time.
    const made = await createLink(transaction, {
      purpose: 'login',
      email: known ? to : null,
      invitation: null,
      returnTo,
      now: at,
      lifetime,
      address,
    });
    return known ? made : null;
  });
  return { sending: link === null ? Promise.resolve() : mail.send(loginMessage(to, link, address)) };
}

/** Two requests at once for one address are counted one after the other. */
async function countRequest(transaction: AccountTransaction, hash: string, at: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${hash}))`.execute(transaction);
  await transaction.deleteFrom('login_request').where('at', '<=', later(at, -counted)).execute();
  const { requests } = await transaction
    .selectFrom('login_request')
    .select((select) => select.fn.countAll<number>().as('requests'))
    .where('address_hash', '=', hash)
    .executeTakeFirstOrThrow();
  if (requests >= mostInThatTime) throw tooManyLinks();
  await transaction.insertInto('login_request').values({ address_hash: hash, at }).execute();
}

const loginMessage = (to: string, link: string, address: string) => ({
  to,
  subject: 'Votre lien de connexion à Foulée',
  text: [
    'Bonjour,',
    `Pour vous connecter à Foulée (${address}), ouvrez ce lien, puis appuyez sur « Me connecter » :`,
    link,
    'Il sert une seule fois, pendant quinze minutes.',
    'Vous n’avez rien demandé ? Ignorez ce message : personne ne peut se connecter sans ce lien.',
  ].join('\n\n'),
});
