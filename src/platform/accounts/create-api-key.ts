import { hashOf, newId, newSecret } from '../ids.ts';
import type { AccountContext } from './context.ts';
import type { SignedIn } from './find-session.ts';
import { columnsOf, type Place } from './place.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';
import { requirePermission } from './require-permission.ts';

const shownCharacters = 15;

/** Makes a key for programs, on one service or one organisation; returns it in clear, the only time it is. */
export async function createApiKey(
  context: AccountContext,
  by: SignedIn,
  { name, place }: { readonly name: string; readonly place: Place },
): Promise<string> {
  if (place.kind === 'installation') throw notFoundHere();
  await requirePermission(context, by, 'manage-keys', place);
  const key = `foulee_${newSecret()}`;
  const id = newId();
  const at = context.now();
  await context.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('api_key')
      .values({
        id,
        prefix: key.slice(0, shownCharacters),
        key_hash: hashOf(key),
        name,
        account: by.id,
        ...columnsOf(place),
        created_at: at,
      })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: by.id,
      action: 'key.create',
      object: ['key', id],
      ...columnsOf(place),
    });
  });
  return key;
}
