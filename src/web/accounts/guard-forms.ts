import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  formExpired,
  formNotUnderstood,
  formTooLarge,
  notFoundHere,
  signInFirst,
} from '../../platform/accounts/refusals.ts';
import { depositTooLarge } from '../collect/deposit-refusals.ts';
import { formParts, MalformedForm } from '../http/multipart.ts';
import { isDeposit, isUpload } from '../team/paths.ts';
import { mostPublicationBytes } from '../team/publications/publish-submitted.ts';
import type { AccountEnv, AccountRequest } from './account-parts.ts';
import { formTokenField, isFormToken } from './form-token.ts';
import { isOwnOrigin } from './own-origin.ts';

const mostBytes = 16_384;

/**
 * Too much is refused before it is read; a publication, and above all a file of data, may be larger than other forms.
 * A file of data is not read here: it is counted again as it comes.
 */
export const limitBody =
  (largestDeposit: number): MiddlewareHandler =>
  (request, next) => {
    const { path } = request.req;
    if (!isDeposit(path)) return (isUpload(path) ? uploadLimit : formLimit)(request, next);
    const announced = Number(request.req.header('content-length') ?? 0);
    if (announced > largestDeposit + mostBytes) throw depositTooLarge(largestDeposit);
    return next();
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
    if (origin !== undefined && !isOwnOrigin(origin, address)) throw formExpired();
    const form = await readForm(request);
    if (!isFormToken(request, address, form.get(formTokenField) ?? '')) throw formExpired();
    request.set('form', form);
    return next();
  };
}

async function readForm(request: AccountRequest): Promise<ReadonlyMap<string, string>> {
  const type = request.req.header('content-type') ?? '';
  const { path } = request.req;
  if (/^multipart\/form-data\b/i.test(type)) {
    if (isDeposit(path)) return readDeposit(request, type);
    if (isUpload(path)) return readUpload(request);
  }
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw formNotUnderstood();
  const text = await request.req.text();
  if (hasNull(text)) throw formNotUnderstood();
  return new Map(new URLSearchParams(text));
}

/** A form with a file, read as text; nothing is read of who is not signed in. */
async function readUpload(request: AccountRequest): Promise<ReadonlyMap<string, string>> {
  if (request.get('account') === null) throw signInFirst();
  const fields = new Map<string, string>();
  try {
    for (const [name, value] of await request.req.formData()) {
      fields.set(name, typeof value === 'string' ? value : await value.text());
    }
  } catch {
    throw formNotUnderstood();
  }
  return fields;
}

/** The fields that come before a file of data, and the file itself, left to be read as it comes. */
async function readDeposit(request: AccountRequest, type: string): Promise<ReadonlyMap<string, string>> {
  if (request.get('account') === null) throw signInFirst();
  const fields = new Map<string, string>();
  request.set('incoming', null);
  const { body } = request.req.raw;
  if (body === null) throw formNotUnderstood();
  try {
    for await (const { name, filename, pieces } of asLongAsAsked(formParts(type, body))) {
      if (filename !== null) {
        request.set('incoming', { name: filename, pieces });
        break;
      }
      fields.set(name, await shortText(pieces));
    }
  } catch (error) {
    throw error instanceof MalformedForm ? formNotUnderstood() : error;
  }
  return fields;
}

/** The same parts, still to be read once a loop over them is left. */
const asLongAsAsked = <T>(parts: AsyncGenerator<T>): AsyncIterable<T> => ({
  [Symbol.asyncIterator]: () => ({ next: () => parts.next() }),
});

async function shortText(pieces: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const piece of pieces) {
    read.push(piece);
    if (read.reduce((sum, { length }) => sum + length, 0) > mostBytes) throw formTooLarge();
  }
  return Buffer.concat(read).toString('utf8');
}
