import type { AccountContext } from './context.ts';

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly method: 'link' | 'oidc';
  readonly createdAt: string;
  readonly seenAt: string;
}

/** The sessions of an account that are still open, last used first. */
export function listSessions({ db, now }: AccountContext, account: string): Promise<OpenSession[]> {
  return db
    .selectFrom('session')
    .select(['id', 'device', 'method', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('account', '=', account)
    .where('expires_at', '>', now())
    .orderBy('seen_at', 'desc')
    .execute();
}
