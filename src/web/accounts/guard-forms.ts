import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  formExpired,
  formNotUnderstood,
  formTooLarge,
  notFoundHere,
} from '../../platform/accounts/refusals.ts';
import type { AccountEnv } from './account-parts.ts';
import { formTokenField, isFormToken } from './form-token.ts';

const mostBytes = 16_384;

/** Too much is refused before it is read. */
export const limitBody = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw formTooLarge();
  },
});

/** PostgreSQL keeps no null character in a text: no name and no id of ours has one. */
const hasNull = (text: string): boolean => text.includes('\0') || text.includes('%00');

/**
 * Reads the form of every POST, and refuses one that another site could have sent: wrong origin, or without the
 * token of this session.
 */
export function guardForms(address: string): MiddlewareHandler<AccountEnv> {
  return async (request, next) => {
    if (hasNull(request.req.path)) throw notFoundHere();
    if (request.req.method !== 'POST') return next();
    const origin = request.req.header('origin');
    if (origin !== undefined && origin !== address) throw formExpired();
    const type = request.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw formNotUnderstood();
    const text = await request.req.text();
    if (hasNull(text)) throw formNotUnderstood();
    const form = new Map(new URLSearchParams(text));
    if (!isFormToken(request, address, form.get(formTokenField) ?? '')) throw formExpired();
    request.set('form', form);
    return next();
  };
}
