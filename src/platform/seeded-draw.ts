import { createHmac } from 'node:crypto';
import { hmacPads } from './key.ts';

/** Shares of arms as thresholds of the draw, and the seed as the two padded keys of HMAC (RFC 2104). */
export interface SeededArms {
  readonly innerPad: string;
  readonly outerPad: string;
  readonly arms: readonly { readonly name: string; readonly upTo: number }[];
}

type Shares = readonly { readonly name: string; readonly share: number }[];

/** What an engine needs to draw people into arms by a seed and their pseudonym. */
export function seededDraw(seed: string, shares: Shares): SeededArms {
  const { innerPad, outerPad } = hmacPads(Buffer.from(seed, 'utf8'));
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  let upTo = 0;
  const arms = shares.map(({ name, share }) => {
    upTo += share;
    return { name, upTo };
  });
  return { innerPad: hex(innerPad), outerPad: hex(outerPad), arms };
}

/**
 * The draw of one person, from 0 to 1: the first 52 bits of the HMAC-SHA-256 of `draw:` and their pseudonym. The same
 * seed and key always give the same draw; without the key nobody can tell it from an identifier.
 */
export function drawOf(seed: string, pseudonym: string): number {
  const digest = createHmac('sha256', seed).update(`draw:${pseudonym}`).digest('hex');
  return Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52;
}
