import { lintPlan } from '../../../plan/lint-plan.ts';
import { matrixOrder, matrixRows } from '../../../plan/matrix-rows.ts';
import { readPlan } from '../../../plan/read-plan.ts';
import { frenchList } from '../../../platform/french/number.ts';

/** What the program sees of a plan by itself, for who reviews it: the rows of its matrix, then its advice. */
export function planFacts(text: string): readonly string[] {
  const { plan } = readPlan(text);
  if (plan === null) return ['Cette version n’est plus lisible par cette version de Foulée.'];
  const named = (wanted: boolean) =>
    matrixOrder
      .filter((row) => plan.indicators.some(({ matrix }) => matrix === row) === wanted)
      .map((row) => matrixRows[row].name.toLowerCase());
  const missing = named(false);
  const rows =
    missing.length === 0
      ? 'Les cinq lignes de la matrice ont un indicateur.'
      : `La matrice a un indicateur pour : ${frenchList(named(true))}. Il n’y en a pas pour : ${frenchList(missing)}.`;
  return [rows, ...lintPlan(plan).map(({ sentence }) => sentence)];
}
