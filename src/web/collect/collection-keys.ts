import type { AccountContext } from '../../platform/accounts/context.ts';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import { hashOf, newId, newSecret } from '../../platform/ids.ts';

type Context = Pick<AccountContext, 'db' | 'now'>;

/** What a program that presents a key may send, and from which sites' pages. */
export interface CollectionKey {
  readonly service: string;
  readonly source: string;
  readonly origins: readonly string[];
}

export interface ListedCollectionKey extends CollectionKey {
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedOn: string | null;
}

const shownCharacters = 17;

/** Makes a key that may only send rows to one source; returns it in clear, the only time it is. */
export async function createCollectionKey(
  { db, now }: Context,
  by: string,
  { service, source, origins, name }: CollectionKey & { readonly name: string },
): Promise<string> {
  const key = `foulee_c_${newSecret()}`;
  const id = newId();
  const at = now();
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('collection_key')
      .values({
        id,
        prefix: key.slice(0, shownCharacters),
        key_hash: hashOf(key),
        name,
        service,
        source,
        origins: JSON.stringify(origins),
        created_at: at,
        created_by: by,
      })
      .execute();
    const detail = { source, pages: origins.length };
    await recordAudit(transaction, {
      at,
      actor: by,
      action: 'collection-key.create',
      object: ['collection-key', id],
      service,
      detail,
    });
  });
  return key;
}

/** What this key allows; null when it is forged or revoked. Notes the day of use. */
export async function findCollectionKey({ db, now }: Context, key: string): Promise<CollectionKey | null> {
  const row = await db
    .selectFrom('collection_key')
    .select(['id', 'service', 'source', 'origins', 'last_used_on'])
    .where('key_hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { id, last_used_on, ...allowed } = row;
  const day = now().slice(0, 10);
  if (last_used_on !== day) {
    await db.updateTable('collection_key').set({ last_used_on: day }).where('id', '=', id).execute();
  }
  return allowed;
}

/** The keys of a service, newest first, without what would open anything. */
export function listCollectionKeys({ db }: Context, service: string): Promise<ListedCollectionKey[]> {
  return db
    .selectFrom('collection_key')
    .select(['id', 'prefix', 'name', 'service', 'source', 'origins'])
    .select(['created_at as createdAt', 'revoked_at as revokedAt', 'last_used_on as lastUsedOn'])
    .where('service', '=', service)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Stops a key of this service, whoever made it. */
export function revokeCollectionKey(
  { db, now }: Context,
  by: string,
  { service, key }: { readonly service: string; readonly key: string },
): Promise<void> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    const revoked = await transaction
      .updateTable('collection_key')
      .set({ revoked_at: at })
      .where('id', '=', key)
      .where('service', '=', service)
      .where('revoked_at', 'is', null)
      .returning('source')
      .executeTakeFirst();
    if (revoked === undefined) throw notFoundHere();
    await recordAudit(transaction, {
      at,
      actor: by,
      action: 'collection-key.revoke',
      object: ['collection-key', key],
      service,
    });
  });
}
