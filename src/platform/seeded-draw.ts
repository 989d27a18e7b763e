import { createHmac } from 'node:crypto';
import { hmacPads } from './key.ts';

/** Shares of arms as thresholds of the draw, and the seed as the two padded keys of HMAC (RFC 2104). */
export interface SeededArms {
  readonly innerPad: string;
  readonly outerPad: string;
  readonly arms: readonly { readonly name: string; readonly upTo: number }[];
}

export type ArmShares = readonly { readonly name: string; readonly share: number }[];

/** What an engine needs to draw people into arms by a seed and their pseudonym. */
export function seededDraw(seed: string, shares: ArmShares): SeededArms {
  const { innerPad, outerPad } = hmacPads(Buffer.from(seed, 'utf8'));
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return { innerPad: hex(innerPad), outerPad: hex(outerPad), arms: thresholds(shares) };
}

function thresholds(shares: ArmShares) {
  let upTo = 0;
  return shares.map(({ name, share }) => {
    upTo += share;
    return { name, upTo };
  });
}

/**
 * The draw of one person, from 0 to 1: the first 52 bits of the HMAC-SHA-256 of `draw:` and their pseudonym. The same
 * seed and key always give the same draw; without the key nobody can tell it from an identifier.
 */
export function drawOf(seed: string, pseudonym: string): number {
  const digest = createHmac('sha256', seed).update(`draw:${pseudonym}`).digest('hex');
  return Number.parseInt(digest.slice(0, 13), 16) / 2 ** 52;
}

/** The arm of each person, each drawn alone: a plan with the same seed finds it again without the list. */
export function drawnAlone(seed: string, shares: ArmShares, pseudonyms: readonly string[]): string[] {
  const arms = thresholds(shares);
  return pseudonyms.map((pseudonym) => {
    const draw = drawOf(seed, pseudonym);
    return (arms.find(({ upTo }) => draw < upTo) ?? arms.at(-1))?.name ?? '';
  });
}

/**
 * The arm of each person when each stratum is shared out on its own, to the person: people in the order of their draw,
 * then arms in the order of their shares, remainders to the largest. Depends on the whole list, so the list must be kept.
 */
export function drawnWithinStrata(
  seed: string,
  shares: ArmShares,
  people: readonly { readonly pseudonym: string; readonly stratum: string }[],
): string[] {
  const strata = new Map<string, { readonly place: number; readonly draw: number }[]>();
  people.forEach(({ pseudonym, stratum }, place) => {
    const members = strata.get(stratum) ?? [];
    strata.set(stratum, members);
    members.push({ place, draw: drawOf(seed, pseudonym) });
  });
  const found = new Array<string>(people.length).fill('');
  for (const members of strata.values()) {
    members.sort((a, b) => a.draw - b.draw);
    let next = 0;
    for (const { name, size } of sizes(shares, members.length)) {
      for (const { place } of members.slice(next, next + size)) found[place] = name;
      next += size;
    }
  }
  return found;
}

/** Whole numbers of people in proportion to the shares, adding up to `total`. */
function sizes(shares: ArmShares, total: number) {
  const exact = shares.map(({ name, share }) => ({ name, exact: share * total }));
  const whole = exact.map((arm) => ({ ...arm, size: Math.floor(arm.exact + 1e-9) }));
  let left = total - whole.reduce((sum, { size }) => sum + size, 0);
  for (const arm of whole.toSorted((a, b) => b.exact - b.size - (a.exact - a.size))) {
    if (left-- <= 0) break;
    arm.size++;
  }
  return whole;
}
