import type { Context } from 'hono';
import type { AccountContext } from '../../../platform/accounts/context.ts';
import { findApiKey, type KeyHolder } from '../../../platform/accounts/find-api-key.ts';
import { keyNeeded } from './refusals.ts';

/** Who holds the API key that came with a request; refuses without one, or with one that no longer opens anything. */
export async function keyHolder(context: AccountContext, request: Context): Promise<KeyHolder> {
  const [, key] = /^Bearer (\S+)$/i.exec(request.req.header('authorization') ?? '') ?? [];
  const holder = key === undefined ? null : await findApiKey(context, key);
  if (holder === null) throw keyNeeded();
  return holder;
}
