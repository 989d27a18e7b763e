import { type AccountContext, later, minutes } from '../../../platform/accounts/context.ts';
import { newId } from '../../../platform/ids.ts';

const lifetime = minutes(60);
const mostDrafts = 5;

interface DraftPlace {
  readonly service: string;
  readonly account: string;
}

/** Keeps for an hour what an account wants to publish, seen by that account alone; its oldest drafts give way. */
export async function keepDraft(
  { db, now }: AccountContext,
  { service, account }: DraftPlace,
  document: string,
): Promise<string> {
  const id = newId();
  const at = now();
  await db.transaction().execute(async (transaction) => {
    const own = await transaction
      .selectFrom('publication_draft')
      .select('id')
      .where('account', '=', account)
      .orderBy('created_at', 'desc')
      .offset(mostDrafts - 1)
      .execute();
    for (const { id: old } of own) {
      await transaction.deleteFrom('publication_draft').where('id', '=', old).execute();
    }
    await transaction
      .insertInto('publication_draft')
      .values({ id, service, account, document, created_at: at, expires_at: later(at, lifetime) })
      .execute();
  });
  return id;
}

/** The last draft an account kept about a service, its hour not over; null: there is none. */
export async function latestDraft(
  { db, now }: AccountContext,
  { service, account }: DraftPlace,
): Promise<string | null> {
  const latest = await db
    .selectFrom('publication_draft')
    .select('id')
    .where('service', '=', service)
    .where('account', '=', account)
    .where('expires_at', '>', now())
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.id ?? null;
}

/** Erases the drafts whose hour is over. */
export async function forgetExpiredDrafts({ db, now }: AccountContext): Promise<void> {
  await db.deleteFrom('publication_draft').where('expires_at', '<=', now()).execute();
}

/** The draft of this account; null when it has none of that name, or no longer. */
export async function findDraft(
  { db, now }: AccountContext,
  { service, account }: DraftPlace,
  id: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('publication_draft')
    .select('document')
    .where('id', '=', id)
    .where('service', '=', service)
    .where('account', '=', account)
    .where('expires_at', '>', now())
    .executeTakeFirst();
  return found?.document ?? null;
}

/** The same, taken away: the second of two who ask gets nothing. */
export async function takeDraft(
  { db, now }: AccountContext,
  { service, account }: DraftPlace,
  id: string,
): Promise<string | null> {
  const taken = await db
    .deleteFrom('publication_draft')
    .where('id', '=', id)
    .where('service', '=', service)
    .where('account', '=', account)
    .where('expires_at', '>', now())
    .returning('document')
    .executeTakeFirst();
  return taken?.document ?? null;
}
