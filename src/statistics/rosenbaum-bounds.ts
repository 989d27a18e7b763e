/**
 * Rosenbaum's bounds for matched pairs with a yes-or-no outcome: the p-value of McNemar's exact test when a hidden
 * cause could make one member of a pair up to `gamma` times likelier (in odds) to be the treated one. Among the
 * discordant pairs, those where only the treated member has the outcome are binomial with a probability between
 * 1/(1 + gamma) and gamma/(1 + gamma). Rosenbaum 2002 (Observational Studies), chapter 4.
 * Assumes independent pairs, matched on everything seen.
 */
import { decimal } from './french-number.ts';
import { type Refused, refused } from './refused.ts';

export interface RosenbaumInput {
  /** Pairs of which one member only has the outcome. */
  readonly discordantPairs: number;
  /** Among these, pairs of which the treated member has it. */
  readonly treatedOnly: number;
  readonly gammas: readonly number[];
}

interface PValueBounds {
  readonly lower: number;
  readonly upper: number;
}

export interface RosenbaumBounds {
  /** One-sided p-values for an effect that raises the outcome, by gamma in the order asked. */
  readonly bounds: readonly PValueBounds[];
  /** Largest gamma at which the upper p-value stays within 5 %; null when it never is. */
  readonly sensitivity: number | null;
  readonly sentence: string;
}

export function rosenbaumBounds({
  discordantPairs,
  treatedOnly,
  gammas,
}: RosenbaumInput): RosenbaumBounds | Refused {
  if (discordantPairs === 0) {
    return refused(
      'not-identified',
      'Aucune paire ne diffère sur l’effet constaté : il n’y a rien à comparer.',
    );
  }
  const whole = Number.isInteger(discordantPairs) && Number.isInteger(treatedOnly);
  if (!whole || treatedOnly < 0 || treatedOnly > discordantPairs || !gammas.every((gamma) => gamma >= 1)) {
    return refused(
      'invalid-input',
      'Les paires sont des nombres entiers, celles du service parmi les paires discordantes ; gamma vaut 1 ou plus.',
    );
  }
  if (discordantPairs > mostPairs) {
    return refused(
      'invalid-input',
      `Au plus ${mostPairs.toLocaleString('fr-FR')} paires discordantes : au-delà, ce nombre est sans doute une erreur.`,
    );
  }
  const ways = logChoose(discordantPairs, treatedOnly);
  const tail = (probability: number) => binomialUpperTail(treatedOnly, discordantPairs, probability, ways);
  const upper = (gamma: number) => tail(gamma / (1 + gamma));
  const sensitivity = lastGammaWithin(upper);
  return {
    bounds: gammas.map((gamma) => ({ lower: tail(1 / (1 + gamma)), upper: upper(gamma) })),
    sensitivity,
    sentence: hiddenCauseSentence(sensitivity),
  };
}

/** What a hidden cause would have to do for the difference to be chance. */
export const hiddenCauseSentence = (sensitivity: number | null): string =>
  sensitivity === null
    ? 'Même sans cause cachée, l’écart entre les personnes appariées peut venir du hasard.'
    : `Une cause cachée devrait multiplier par plus de ${roundedDown(sensitivity)} les chances de recevoir le service pour annuler cet effet, c’est-à-dire pour que l’écart puisse venir du hasard.`;

/** Two decimals near 1, one above, never more than what was found. */
const roundedDown = (gamma: number): string =>
  gamma < 1.1 ? decimal(Math.floor(gamma * 100) / 100, 2) : decimal(Math.floor(gamma * 10) / 10);

const significant = 0.05;
const mostPairs = 10_000_000;

/** Largest gamma at which the upper p-value stays within 5 %; null when it never is. */
export function lastGammaWithin(upper: (gamma: number) => number): number | null {
  if (upper(1) > significant) return null;
  let [low, high] = [1, 2];
  while (upper(high) <= significant && high < 1e9) high *= 2;
  for (let i = 0; i < 100 && high - low > 1e-9 * high; i++) {
    const middle = (low + high) / 2;
    if (upper(middle) <= significant) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * P(X >= k) for X binomial(n, p), 0 < p < 1: a sum of positive terms, so tiny tails keep their digits. `ways`: logarithm of
 * the number of ways to choose k among n.
 */
export function binomialUpperTail(k: number, n: number, p: number, ways = logChoose(n, k)): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  if (k < Math.floor((n + 1) * p))
    return 1 - binomialUpperTail(n - k + 1, n, 1 - p, ways + Math.log(k / (n - k + 1)));
  const odds = p / (1 - p);
  const logTerm = ways + n * Math.log1p(-p) + k * Math.log(odds);
  let [term, sum] = [1, 1];
  for (let j = k; j < n && term > 1e-18 * sum; j++) {
    term *= ((n - j) / (j + 1)) * odds;
    sum += term;
  }
  return Math.min(1, Math.exp(logTerm) * sum);
}

function logChoose(n: number, k: number): number {
  const fewer = Math.min(k, n - k);
  let log = 0;
  for (let j = 1; j <= fewer; j++) log += Math.log((n - fewer + j) / j);
  return log;
}
