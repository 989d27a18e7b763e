import { frenchList, frenchNumber } from '../../platform/french/number.ts';
import { notGiven } from '../follow-up-inputs.ts';

/** What each value of a covariate is read as. `classes` in order; null: values are taken as they are. */
export interface CovariateClasses {
  readonly name: string;
  readonly classOf: ReadonlyMap<string, string>;
  /** Every class, in the order to show them. */
  readonly levels: readonly string[];
  readonly classes: readonly string[] | null;
  /** French; null when nothing was grouped. */
  readonly sentence: string | null;
  /** Of a measure made before a draw: the number each class stands for. */
  readonly numbers?: ReadonlyMap<string, number>;
}

export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

const mostClasses = 5;
const mostCategories = 12;

/**
 * Values of a covariate brought down to few classes, so that the cost of a comparison follows cells and not people:
 * a number with more than five values is cut at the fifths of the units, a text with more than twelve keeps its
 * eleven commonest values. What differs within a class is no longer made alike: the sentence says so.
 */
export function covariateClasses(name: string, counts: readonly ValueCount[]): CovariateClasses {
  const totals = new Map<string, number>();
  for (const { value, n } of counts) totals.set(value, (totals.get(value) ?? 0) + n);
  const given = [...totals].filter(([value]) => isGiven(value));
  const missing = [...totals.keys()].filter((value) => !isGiven(value));
  if (given.every(([value]) => isNumber(value))) {
    const sorted = given
      .map(([value, n]) => ({ value, number: Number(value), n }))
      .sort((a, b) => a.number - b.number);
    return sorted.length > mostClasses ? numberClasses(name, sorted, missing) : asIs(name, sorted, missing);
  }
  const byName = given.map(([value, n]) => ({ value, n })).sort((a, b) => (a.value < b.value ? -1 : 1));
  return byName.length > mostCategories ? commonest(name, byName, missing) : asIs(name, byName, missing);
}

/** Every value its own class, whatever their number: the strata a draw was made within. */
export function everyValue(name: string, counts: readonly ValueCount[]): CovariateClasses {
  const values = [...new Set(counts.map(({ value }) => value))].sort();
  return asIs(
    name,
    values.map((value) => ({ value, n: 1 })),
    [],
  );
}

/** What software writes for a value it could not compute is one that is missing, not one more category. */
const isGiven = (value: string): boolean =>
  value !== notGiven && !/^\s*[+-]?(nan|inf|infinity)\s*$/i.test(value);

/** Values that are missing, all read as one class, and that class when there are some. */
const withoutValue = (missing: readonly string[]) => ({
  classOf: missing.map((value) => [value, notGiven] as const),
  levels: missing.length > 0 ? [notGiven] : [],
});

export const isNumber = (value: string): boolean => value.trim() !== '' && Number.isFinite(Number(value));

function asIs(name: string, values: readonly ValueCount[], missing: readonly string[]): CovariateClasses {
  const none = withoutValue(missing);
  return {
    name,
    classOf: new Map([...values.map(({ value }) => [value, value] as const), ...none.classOf]),
    levels: [...values.map(({ value }) => value), ...none.levels],
    classes: null,
    sentence: null,
  };
}

export interface NumberCount extends ValueCount {
  readonly number: number;
}

function numberClasses(
  name: string,
  values: readonly NumberCount[],
  missing: readonly string[],
): CovariateClasses {
  const groups = evenGroups(values, mostClasses);
  const none = withoutValue(missing);
  const labels = groups.map((group) => label(group[0]?.number ?? 0, group.at(-1)?.number ?? 0));
  const classOf = new Map([
    ...groups.flatMap((group, i) => group.map(({ value }) => [value, labels[i] ?? ''] as const)),
    ...none.classOf,
  ]);
  return {
    name,
    classOf,
    levels: [...labels, ...none.levels],
    classes: labels,
    sentence: `« ${name} » (${values.length} valeurs) est lu en ${labels.length} classes d’effectifs voisins : ${frenchList(labels)}. À l’intérieur d’une classe, les différences entre les groupes ne sont pas corrigées.`,
  };
}

/** Values in their order, in `most` groups of about as many units at most; equal values stay together. */
export function evenGroups(values: readonly NumberCount[], most: number): readonly NumberCount[][] {
  const total = values.reduce((sum, { n }) => sum + n, 0);
  const groups: NumberCount[][] = [];
  let before = 0;
  let last = -1;
  for (const value of values) {
    // The part in which the middle of this value's units falls.
    const part = Math.min(most - 1, Math.floor(((before + value.n / 2) / total) * most));
    before += value.n;
    if (part === last) groups.at(-1)?.push(value);
    else groups.push([value]);
    last = part;
  }
  return groups;
}

function label(low: number, high: number): string {
  const text = (value: number) => frenchNumber(value, decimals(value));
  return low === high ? text(low) : `de ${text(low)} à ${text(high)}`;
}

const decimals = (value: number): number =>
  [0, 1, 2].find((count) => Math.abs(value - Number(value.toFixed(count))) < 1e-9) ?? 3;

function commonest(
  name: string,
  values: readonly ValueCount[],
  missing: readonly string[],
): CovariateClasses {
  const rest = 'autres valeurs';
  const none = withoutValue(missing);
  const kept = new Set(
    values
      .toSorted((a, b) => b.n - a.n)
      .slice(0, mostCategories - 1)
      .map(({ value }) => value),
  );
  const levels = [...values.map(({ value }) => value).filter((value) => kept.has(value)), rest];
  const classOf = new Map([
    ...values.map(({ value }) => [value, kept.has(value) ? value : rest] as const),
    ...none.classOf,
  ]);
  return {
    name,
    classOf,
    levels: [...levels, ...none.levels],
    classes: levels,
    sentence: `« ${name} » a ${values.length} valeurs : les ${kept.size} plus fréquentes sont gardées, les autres sont mises ensemble. À l’intérieur de ce reste, les différences entre les groupes ne sont pas corrigées.`,
  };
}
