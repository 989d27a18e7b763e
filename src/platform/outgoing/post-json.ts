import { type LookupAddress, lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

export interface Post {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether addresses of private networks, this machine's included, may be reached (FOULEE_PRIVATE_WEBHOOKS). */
  readonly mayBePrivate: boolean;
}

/** What became of it: taken (a 2xx answer), or why not, as a code fit for a log. */
export type PostOutcome = { readonly taken: true } | { readonly taken: false; readonly code: string };

const patience = 10_000;

/**
 * Posts JSON to an address someone gave. Only the open internet is reached: every address the name gives is looked at, and
 * the connection is made to one that was looked at. A redirection is never followed. Never throws; the answer is not read.
 */
export function postJson({ url, body, headers, mayBePrivate }: Post): Promise<PostOutcome> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host)) return refused('PRIVATE_ADDRESS');
  const request = target.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve) => {
    const no = (code: string) => resolve({ taken: false, code });
    const sent = request(target, {
      method: 'POST',
      agent: false,
      timeout: patience,
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'foulee',
        ...headers,
      },
      ...(!mayBePrivate && { lookup: openInternetOnly }),
    });
    sent.on('response', (response) => {
      response.destroy();
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) resolve({ taken: true });
      else no(status >= 300 && status < 400 ? 'REDIRECTED' : `HTTP_${status}`);
    });
    sent.on('error', (error: NodeJS.ErrnoException) => no(error.code ?? 'UNKNOWN'));
    sent.end(body);
  });
}

const refused = async (code: string): Promise<PostOutcome> => ({ taken: false, code });

const openInternetOnly: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
    const [first] = found ?? [];
    if (error !== null) return done(error, '', 0);
    if (first === undefined || found.some(({ address }) => isPrivateAddress(address))) {
      return done(Object.assign(new Error('not on the open internet'), { code: 'PRIVATE_ADDRESS' }), '', 0);
    }
    return options.all === true ? done(null, [...found]) : done(null, first.address, first.family);
  });
};
