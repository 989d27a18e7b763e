import type { Database } from '../../platform/database/database.ts';
import { newId, newSecret } from '../../platform/ids.ts';
import { addressNotUsable } from './refusals.ts';

/** An address told of each week's run; its whole text may be a secret, hence its host alone. */
export interface Webhook {
  readonly id: string;
  readonly shape: 'chat' | 'signed';
  readonly host: string;
}

interface NewWebhook {
  readonly service: string;
  readonly shape: Webhook['shape'];
  readonly url: string;
}

/** Keeps an address; returns the secret that signs what it receives, shown once, null for a chat room. Refuses what is not one. */
export async function addWebhook(
  db: Database,
  { service, shape, url }: NewWebhook,
  { author, at }: { readonly author: string; readonly at: string },
): Promise<string | null> {
  const secret = shape === 'signed' ? newSecret() : null;
  const address = usable(url.trim());
  await db
    .insertInto('webhook')
    .values({ id: newId(), service, shape, url: address, secret, created_by: author, created_at: at })
    .execute();
  return secret;
}

function usable(text: string): string {
  if (text.length > 1000 || !URL.canParse(text)) throw addressNotUsable();
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw addressNotUsable();
  return url.href;
}

export async function webhooksOf(db: Database, service: string): Promise<readonly Webhook[]> {
  const rows = await db
    .selectFrom('webhook')
    .select(['id', 'shape', 'url'])
    .where('service', '=', service)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, shape, url }) => ({ id, shape, host: new URL(url).host }));
}

/** False when it is not an address of this service. */
export async function removeWebhook(db: Database, service: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook')
    .where('id', '=', id)
    .where('service', '=', service)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
