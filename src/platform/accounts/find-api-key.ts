import { hashOf } from '../ids.ts';
import type { AccountContext } from './context.ts';
import { grantsOf } from './find-session.ts';
import { findPlace, placeOf } from './place.ts';
import { type Grant, may } from './roles.ts';

/** A program that presented a key: it acts as a member of one service or organisation. */
export interface KeyHolder {
  /** `key:<id>`, as the audit log writes it. */
  readonly id: string;
  readonly grants: readonly Grant[];
}

/**
 * Who holds this key; null when it is forged, revoked, or when the account that made it may no longer manage keys
 * there. Notes the day of use.
 */
export async function findApiKey(context: AccountContext, key: string): Promise<KeyHolder | null> {
  const { db, now } = context;
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'account', 'service', 'organisation', 'last_used_on'])
    .where('key_hash', '=', hashOf(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { service, organisation } = row;
  const place = await findPlace(context, placeOf({ service, organisation }));
  if (place === null || !may(await grantsOf(db, row.account), 'manage-keys', place.target)) return null;
  const day = now().slice(0, 10);
  if (row.last_used_on !== day) {
    await db.updateTable('api_key').set({ last_used_on: day }).where('id', '=', row.id).execute();
  }
  return { id: `key:${row.id}`, grants: [{ role: 'member', service, organisation }] };
}
