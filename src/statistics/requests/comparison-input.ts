import type { Comparison } from '../comparison.ts';
import { type CovariateColumn, type Covariates, covariateMatrix } from '../covariates.ts';
import { zeros } from '../linear-algebra.ts';
import type { Refused } from '../refused.ts';
import {
  has,
  namedCells,
  namedNumbers,
  namedTexts,
  numericColumn,
  refuse,
  table,
  textColumn,
  textInput,
  textList,
} from './columns.ts';
import type { StatisticsRequest, StatisticsResult } from './request.ts';

/** Who is compared with whom: the rows kept and, for each, 1 treated or 0 control. */
export interface Arms {
  readonly rows: readonly number[];
  readonly treated: readonly number[];
}

/**
 * Arms from the column the input `key` names: `treated` (1 when left out) against `control`, or against everybody
 * else when there is one other value only. Rows of other arms are left out when `control` is given.
 */
export function armsOf(request: StatisticsRequest, key: string): Arms {
  const values = textColumn(request, key);
  const treatedValue = textInput(request, 'treated', '1');
  if (!values.includes(treatedValue))
    return refuse('empty-group', `Le groupe « ${treatedValue} » ne contient personne.`);
  const others = [...new Set(values)].filter((value) => value !== treatedValue);
  if (!has(request, 'control') && others.length > 1) {
    return refuse(
      'invalid-input',
      `Plusieurs groupes ne sont pas « ${treatedValue} » : dites lequel sert de comparaison (« control »).`,
    );
  }
  const control = textInput(request, 'control', others[0] ?? '');
  const rows = [...values.keys()].filter((r) => values[r] === treatedValue || values[r] === control);
  const treated = rows.map((r) => (values[r] === treatedValue ? 1 : 0));
  if (!treated.includes(0)) return refuse('empty-group', 'Le groupe de comparaison ne contient personne.');
  return { rows, treated };
}

/** Units each kept row stands for: the column the input `count` names, 1 without it. */
export function countsOf(request: StatisticsRequest, { rows, treated }: Arms): readonly number[] {
  if (!has(request, 'count')) return rows.map(() => 1);
  const counts = numericColumn(request, 'count');
  const kept = rows.map((r) => {
    const count = counts[r] as number;
    return count >= 0
      ? count
      : refuse('invalid-input', `Ligne ${r + 1} : un effectif ne peut pas être négatif.`);
  });
  for (const arm of [1, 0])
    if (!kept.some((count, i) => treated[i] === arm && count > 0))
      refuse('empty-group', 'Un des deux groupes ne contient personne : tous ses effectifs sont à zéro.');
  return kept;
}

/** The numbers of a column at the kept rows. */
export function atRows(values: readonly number[], { rows }: Arms): readonly number[] {
  return rows.map((r) => values[r] as number);
}

/** Covariates named by the input `key`: numbers as they are, texts as categories, even made of digits (`"075"`). */
export function covariateColumns(
  request: StatisticsRequest,
  key: string,
  { rows }: Pick<Arms, 'rows'>,
): readonly CovariateColumn[] {
  const names = textList(request, key);
  if (names.length === 0) return refuse('invalid-input', `L'entrée « ${key} » attend au moins une colonne.`);
  return names.map((name) => {
    const cells = namedCells(request, name);
    const isText = cells.some((cell) => typeof cell === 'string' && cell !== '');
    const values: readonly (number | string)[] = isText
      ? namedTexts(request, name).map((value, row) => category(value, name, row))
      : namedNumbers(request, name);
    return { name, values: rows.map((r) => values[r] as number | string) };
  });
}

/** A value that could not be computed is not one more category. */
const category = (value: string, column: string, row: number): string =>
  /^[+-]?(nan|inf|infinity)$/i.test(value)
    ? refuse('invalid-input', `Colonne « ${column} », ligne ${row + 1} : « ${value} » n'est pas une valeur.`)
    : value;

/** Covariates of every row, none when the input is left out: numbers as they are, categories as 0/1 indicators. */
export function rowCovariates(request: StatisticsRequest): Covariates {
  const rows = [...table(request).keys()];
  if (textList(request, 'covariates', []).length === 0) return { names: [], values: zeros(rows.length, 0) };
  return covariateMatrix(covariateColumns(request, 'covariates', { rows }));
}

/** The comparison a request describes; `arm` names the input that says who is in which group. */
export function comparisonOf(request: StatisticsRequest, arm: 'arm' | 'treatment'): Comparison {
  const arms = armsOf(request, arm);
  return {
    treated: arms.treated,
    outcome: atRows(numericColumn(request, 'outcome'), arms),
    counts: countsOf(request, arms),
    covariates: covariateMatrix(covariateColumns(request, 'covariates', arms)),
  };
}

/** A 0/1 column at the kept rows; anything else is refused. */
export function zeroOrOne(request: StatisticsRequest, key: string, arms: Arms): readonly number[] {
  const column = textInput(request, key);
  return atRows(numericColumn(request, key), arms).map((value) =>
    value === 0 || value === 1
      ? value
      : refuse('invalid-input', `La colonne « ${column} » attend des 0 et des 1.`),
  );
}

/** A computation's answer as a result: a refusal goes through as it is. */
export const answered = <T extends object>(answer: T | Refused): StatisticsResult =>
  ({ ...answer }) as StatisticsResult;
