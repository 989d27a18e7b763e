/**
 * Rosenbaum's bounds for matched groups of any size with a yes-or-no outcome: the p-value of the Mantel–Haenszel test
 * when a hidden cause could make one member of a group up to `gamma` times likelier (in odds) to be a treated one than
 * another. Of the `events` of a group, those of the treated then follow at worst Fisher's extended hypergeometric law
 * of odds `gamma`, groups being independent. Rosenbaum 2002 (Observational Studies), section 4.4; pairs are groups of
 * two. The law of the sum is exact up to 300 possible events, then normal with a continuity correction.
 *
 * Example: two groups of one treated and one other, where the treated alone has the outcome: p = (gamma/(1 + gamma))².
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { type Refused, refused } from './refused.ts';
import { hiddenCauseSentence, lastGammaWithin, type RosenbaumBounds } from './rosenbaum-bounds.ts';

/** People alike on everything seen, in whole numbers. */
export interface MatchedGroup {
  readonly treated: number;
  readonly others: number;
  /** With the outcome, among all and among the treated. */
  readonly events: number;
  readonly treatedEvents: number;
}

/** One-sided, for an effect that raises the outcome. Refused when no group has both arms and both outcomes. */
export function rosenbaumStrata(
  groups: readonly MatchedGroup[],
  gammas: readonly number[],
): RosenbaumBounds | Refused {
  if (!groups.every(isPossible) || !gammas.every((gamma) => gamma >= 1)) {
    return refused(
      'invalid-input',
      'Les effectifs sont des nombres entiers, les effets constatés ne dépassent pas les personnes ; gamma vaut 1 ou plus.',
    );
  }
  const telling = groups.filter(
    ({ treated, others, events }) => treated > 0 && others > 0 && events > 0 && events < treated + others,
  );
  if (telling.length === 0) {
    return refused(
      'not-identified',
      'Aucun groupe de personnes semblables ne diffère sur l’effet constaté : il n’y a rien à comparer.',
    );
  }
  const seen = telling.reduce((sum, { treatedEvents }) => sum + treatedEvents, 0);
  const pValue = (gamma: number) => upperTail(telling, gamma, seen);
  const sensitivity = lastGammaWithin(pValue);
  return {
    bounds: gammas.map((gamma) => ({ lower: pValue(1 / gamma), upper: pValue(gamma) })),
    sensitivity,
    sentence: hiddenCauseSentence(sensitivity),
  };
}

const isPossible = ({ treated, others, events, treatedEvents }: MatchedGroup): boolean =>
  [treated, others, events, treatedEvents].every((n) => Number.isInteger(n) && n >= 0) &&
  treatedEvents <= treated &&
  treatedEvents <= events &&
  events - treatedEvents <= others;

const exactUpTo = 300;

/** P(events of the treated >= seen), each group's law tilted by gamma. */
function upperTail(groups: readonly MatchedGroup[], gamma: number, seen: number): number {
  const laws = groups.map((group) => tilted(group, gamma));
  const possible = laws.reduce((sum, { shares }) => sum + shares.length - 1, 0);
  if (possible <= exactUpTo) {
    const least = laws.reduce((sum, { first }) => sum + first, 0);
    const sum = laws.reduce<readonly number[]>((known, { shares }) => convolved(known, shares), [1]);
    return Math.min(
      1,
      sum.slice(Math.max(0, seen - least)).reduce((total, share) => total + share, 0),
    );
  }
  let [mean, variance] = [0, 0];
  for (const { first, shares } of laws) {
    const own = shares.reduce((total, share, i) => total + share * (first + i), 0);
    mean += own;
    variance += shares.reduce((total, share, i) => total + share * (first + i - own) ** 2, 0);
  }
  if (!(variance > 0)) return seen > mean + 0.5 ? 0 : 1;
  return normalCdf((mean + 0.5 - seen) / Math.sqrt(variance), 0, 1);
}

/** Fisher's noncentral hypergeometric law of the events of the treated: `shares[i]` of `first + i`. */
function tilted({ treated, others, events }: MatchedGroup, gamma: number) {
  const first = Math.max(0, events - others);
  const last = Math.min(events, treated);
  const ratio = (t: number) => (gamma * (events - t) * (treated - t)) / ((t + 1) * (others - events + t + 1));
  // From the likeliest value outwards, so that nothing overflows.
  const top = likeliest({ first, last, ratio });
  const shares = new Array<number>(last - first + 1).fill(0);
  shares[top - first] = 1;
  let total = 1;
  for (let t = top, share = 1; t < last && share > 1e-18; t++) {
    share *= ratio(t);
    shares[t + 1 - first] = share;
    total += share;
  }
  for (let t = top, share = 1; t > first && share > 1e-18; t--) {
    share /= ratio(t - 1);
    shares[t - 1 - first] = share;
    total += share;
  }
  return { first, shares: shares.map((share) => share / total) };
}

/** The law rises while the ratio of a value to the one before is above 1. */
function likeliest({
  first,
  last,
  ratio,
}: {
  readonly first: number;
  readonly last: number;
  readonly ratio: (t: number) => number;
}): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratio(middle) >= 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

function convolved(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      sum[i + j] = (sum[i + j] as number) + x * y;
    });
  });
  return sum;
}
