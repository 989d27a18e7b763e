import { counted, frenchNumber } from '../../platform/french/number.ts';
import { type CovariateClasses, evenGroups, isNumber, type ValueCount } from './covariate-classes.ts';

const mostClasses = 50;

/**
 * A number known before a draw, brought down to fifty classes of about as many units, each standing for its mean, so
 * that the cost follows classes and not people. The draw keeps the difference right whatever the classes are; what
 * varies within them no longer narrows the interval, and the sentence says how much that is. Who gives no number takes
 * the mean.
 */
export function beforeClasses(name: string, counts: readonly ValueCount[]): CovariateClasses {
  const numbers = counts
    .filter(({ value }) => isNumber(value))
    .map(({ value, n }) => ({ value, number: Number(value), n }))
    .sort((a, b) => a.number - b.number);
  const others = counts.filter(({ value }) => !isNumber(value));
  const mean = meanOf(numbers);
  const groups =
    numbers.length > mostClasses ? evenGroups(numbers, mostClasses) : numbers.map((one) => [one]);
  const read = groups.map((group, i) => ({ level: `${i}`, group, mean: meanOf(group) }));
  const classOf = new Map([
    ...read.flatMap(({ level, group }) => group.map(({ value }) => [value, level] as const)),
    ...others.map(({ value }) => [value, unknown] as const),
  ]);
  const levels = [...read.map(({ level }) => level), ...(others.length > 0 ? [unknown] : [])];
  const missing = others.reduce((sum, { n }) => sum + n, 0);
  return {
    name,
    classOf,
    levels,
    classes: null,
    numbers: new Map([...read.map((one) => [one.level, one.mean] as const), [unknown, mean]]),
    sentence:
      [
        ...(groups.length < numbers.length ? [grouped(name, numbers, groups)] : []),
        ...(missing > 0
          ? [
              `« ${name} » n’est pas un nombre pour ${counted(missing, 'personne', 'personnes')} : leur valeur est remplacée par la moyenne, ce qui ne fausse rien mais resserre moins l’intervalle.`,
            ]
          : []),
      ].join(' ') || null,
  };
}

const unknown = 'inconnu';

interface Weighted {
  readonly number: number;
  readonly n: number;
}

function meanOf(values: readonly Weighted[]): number {
  const n = values.reduce((sum, value) => sum + value.n, 0);
  return n === 0 ? 0 : values.reduce((sum, value) => sum + (value.n / n) * value.number, 0);
}

/** Share of the variance that is between classes. */
function grouped(
  name: string,
  values: readonly Weighted[],
  groups: readonly (readonly Weighted[])[],
): string {
  const mean = meanOf(values);
  const squares = (all: readonly Weighted[], around: number) =>
    all.reduce((sum, { number, n }) => sum + n * (number - around) ** 2, 0);
  const within = groups.reduce((sum, group) => sum + squares(group, meanOf(group)), 0);
  const kept = 100 * (1 - within / squares(values, mean));
  const text = kept >= 99.95 ? 'plus de 99,9' : frenchNumber(Math.floor(kept * 10) / 10, 1);
  return `« ${name} » (${frenchNumber(values.length)} valeurs) est lu en ${groups.length} classes d’effectifs voisins, chacune par sa moyenne : elles gardent ${text} % de ce qui distingue les personnes avant le tirage. L’écart n’en est pas faussé ; l’intervalle est seulement un peu moins resserré.`;
}
