import type { AccountContext } from './context.ts';

export interface ListedKey {
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly service: string | null;
  readonly organisation: string | null;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedOn: string | null;
}

/** The keys an account made, newest first, without what would open anything. */
export function listApiKeys({ db }: AccountContext, account: string): Promise<ListedKey[]> {
  return db
    .selectFrom('api_key')
    .select(['id', 'prefix', 'name', 'service', 'organisation'])
    .select(['created_at as createdAt', 'revoked_at as revokedAt', 'last_used_on as lastUsedOn'])
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .execute();
}
