/**
 * Did the groups already move apart before treatment? Joint Wald test that every effect before treatment is 0:
 * W = a' V^-1 a on the ATT(g, t) with t < g - anticipation, chi-square with rank(V) degrees of freedom.
 * A small p-value speaks against parallel trends; a large one does not prove them (Roth 2022).
 * Source: Callaway & Sant'Anna 2021, remark 12.
 */
import { chiSquareUpperTail } from './chi-square.ts';
import type { GroupTimeCell } from './group-time-effects.ts';
import { influenceCovariance } from './influence.ts';
import { quadraticForm } from './quadratic-form.ts';

export interface PretrendTest {
  readonly status: 'passed' | 'failed' | 'not-applicable';
  readonly statistic: number | null;
  readonly df: number;
  readonly pValue: number | null;
  readonly sentence: string;
}

export interface PretrendOptions {
  readonly anticipation?: number;
  readonly clusters?: readonly string[];
  /** p-value under which trends are said to differ. */
  readonly alpha?: number;
}

export function pretrendTest(
  cells: readonly GroupTimeCell[],
  { anticipation = 0, clusters, alpha = 0.05 }: PretrendOptions = {},
): PretrendTest {
  const before = cells.filter((cell) => cell.kind === 'estimate' && cell.time < cell.group - anticipation);
  const known = before.flatMap((cell) => (cell.kind === 'estimate' ? [cell] : []));
  const v = known.map((a) =>
    known.map((b) => influenceCovariance(a.influence, b.influence, clusters) ?? Number.NaN),
  );
  const computable = known.length > 0 && v.every((row) => row.every(Number.isFinite));
  const wald = computable
    ? quadraticForm(
        known.map((cell) => cell.att),
        v,
      )
    : null;
  if (wald === null)
    return {
      status: 'not-applicable',
      statistic: null,
      df: 0,
      pValue: null,
      sentence:
        "Il faudrait au moins deux périodes avant l'arrivée du service pour vérifier que les territoires évoluaient de la même façon.",
    };
  const pValue = chiSquareUpperTail(wald.statistic, wald.df);
  const passed = pValue >= alpha;
  return {
    status: passed ? 'passed' : 'failed',
    ...wald,
    pValue,
    sentence: passed
      ? "Avant l'arrivée du service, les territoires équipés et les autres n'évoluaient pas de façon visiblement différente ; cela ne prouve pas qu'ils seraient restés parallèles."
      : "Avant même l'arrivée du service, les territoires équipés et les autres évoluaient déjà différemment : l'écart mesuré ensuite ne peut pas être attribué au service.",
  };
}
