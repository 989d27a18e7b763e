import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  formExpired,
  formNotUnderstood,
  formTooLarge,
  notFoundHere,
  signInFirst,
} from '../../platform/accounts/refusals.ts';
import { mostFileBytes } from '../collect/held-files.ts';
import { isDeposit, isUpload } from '../team/paths.ts';
import { mostPublicationBytes } from '../team/publications/publish-submitted.ts';
import type { AccountEnv, AccountRequest } from './account-parts.ts';
import { formTokenField, isFormToken } from './form-token.ts';

const mostBytes = 16_384;

/** Too much is refused before it is read; a publication, and above all a file of data, may be larger than other forms. */
export const limitBody: MiddlewareHandler = (request, next) => {
  const { path } = request.req;
  return (isDeposit(path) ? depositLimit : isUpload(path) ? uploadLimit : formLimit)(request, next);
};

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw formTooLarge();
    },
  });
const formLimit = limited(mostBytes);
const uploadLimit = limited(mostPublicationBytes);
const depositLimit = limited(mostFileBytes + mostBytes);

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
    const form = await readForm(request);
    if (!isFormToken(request, address, form.get(formTokenField) ?? '')) throw formExpired();
    request.set('form', form);
    return next();
  };
}

async function readForm(request: AccountRequest): Promise<ReadonlyMap<string, string>> {
  const type = request.req.header('content-type') ?? '';
  const { path } = request.req;
  if (/^multipart\/form-data\b/i.test(type) && (isUpload(path) || isDeposit(path)))
    return readUpload(request);
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw formNotUnderstood();
  const text = await request.req.text();
  if (hasNull(text)) throw formNotUnderstood();
  return new Map(new URLSearchParams(text));
}

/** A form with a file, read as text unless it holds data; nothing is read of who is not signed in. */
async function readUpload(request: AccountRequest): Promise<ReadonlyMap<string, string>> {
  if (request.get('account') === null) throw signInFirst();
  const fields = new Map<string, string>();
  const files = new Map<string, File>();
  try {
    for (const [name, value] of await request.req.formData()) {
      if (typeof value === 'string') fields.set(name, value);
      else if (isDeposit(request.req.path)) files.set(name, value);
      else fields.set(name, await value.text());
    }
    request.set('files', files);
  } catch {
    throw formNotUnderstood();
  }
  return fields;
}
