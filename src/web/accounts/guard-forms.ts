import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { formExpired, formNotUnderstood, formTooLarge } from '../../platform/accounts/refusals.ts';
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

/**
 * Reads the form of every POST, and refuses one that another site could have sent: wrong origin, or without the
 * token of this session.
 */
export function guardForms(address: string): MiddlewareHandler<AccountEnv> {
  return async (request, next) => {
    if (request.req.method !== 'POST') return next();
    const origin = request.req.header('origin');
    if (origin !== undefined && origin !== address) throw formExpired();
    const type = request.req.header('content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw formNotUnderstood();
    const form = new Map(new URLSearchParams(await request.req.text()));
    if (!isFormToken(request, address, form.get(formTokenField) ?? '')) throw formExpired();
    request.set('form', form);
    return next();
  };
}
