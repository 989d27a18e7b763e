/**
 * Weights moved as little as possible so that the sample reproduces known population totals: iterative proportional
 * fitting on one margin after another until all hold. With one margin it is post-stratification, exact in one step.
 * Assumes that within a class those who answered are like those who did not.
 * Sources: Deming & Stephan 1940; Deville & Särndal 1992 (raking as calibration, and its variance).
 */
import { leastSquares } from './least-squares.ts';
import { gram, independentColumns, type Matrix, selectColumns, zeros } from './linear-algebra.ts';
import { type Refused, refused } from './refused.ts';

export interface Margin {
  /** For the sentences: the name of the variable. */
  readonly name: string;
  /** Class of each row. */
  readonly classes: readonly string[];
  /** Population total of each class. */
  readonly totals: ReadonlyMap<string, number>;
}

const tolerance = 1e-10;
const rounds = 1000;

/** `rake([1, 1, 1], [{name, classes: ['a', 'a', 'b'], totals: a 10, b 20}])` gives [5, 5, 20]. */
export function rake(weights: readonly number[], margins: readonly Margin[]): number[] | Refused {
  const problem = marginProblem(margins);
  if (problem !== null) return problem;
  const raked = [...weights];
  for (let round = 0; round < rounds; round++) {
    let farthest = 0;
    for (const margin of margins) {
      const sums = sumByClass(raked, margin.classes);
      for (const [name, total] of margin.totals) {
        if (total > 0) farthest = Math.max(farthest, Math.abs((sums.get(name) ?? 0) / total - 1));
      }
      margin.classes.forEach((name, row) => {
        const sum = sums.get(name) as number;
        raked[row] = sum > 0 ? ((raked[row] as number) * (margin.totals.get(name) as number)) / sum : 0;
      });
    }
    if (!raked.every(Number.isFinite)) break;
    if (farthest <= tolerance) return raked;
    if (margins.length === 1) return raked;
  }
  return refused(
    'not-identified',
    "Non identifiable : aucune pondération ne reproduit à la fois tous les totaux demandés ; regroupez des catégories ou vérifiez qu'elles se croisent dans l'échantillon.",
  );
}

function marginProblem(margins: readonly Margin[]): Refused | null {
  const wholes = margins.map(({ totals }) => [...totals.values()].reduce((sum, total) => sum + total, 0));
  for (const [m, { name, classes, totals }] of margins.entries()) {
    if ([...totals.values()].some((total) => !(total >= 0 && Number.isFinite(total))))
      return refused(
        'invalid-input',
        `Calage sur « ${name} » : un total de population est négatif ou illisible.`,
      );
    if (wholes[m] === 0)
      return refused('not-identified', `Non identifiable : le total de population de « ${name} » est nul.`);
    const present = new Set(classes);
    const unknown = [...present].find((value) => !totals.has(value));
    if (unknown !== undefined)
      return refused(
        'invalid-input',
        `Calage sur « ${name} » : le total de la catégorie « ${unknown} » n'est pas donné.`,
      );
    const empty = [...present].find((value) => totals.get(value) === 0);
    if (empty !== undefined)
      return refused(
        'not-identified',
        `Non identifiable : le total de population de « ${empty} » est nul alors que l'échantillon en contient.`,
      );
    const missing = [...totals].find(([value, total]) => total > 0 && !present.has(value));
    if (missing !== undefined)
      return refused(
        'not-identified',
        `Non identifiable : personne n'a répondu dans la catégorie « ${missing[0]} » ; regroupez-la avec une autre.`,
      );
  }
  const [first = 0] = wholes;
  const differs = wholes.findIndex((whole) => Math.abs(whole - first) > 1e-6 * first);
  return differs < 0
    ? null
    : refused(
        'not-identified',
        `Non identifiable : les totaux de « ${margins[differs]?.name} » et de « ${margins[0]?.name} » ne s'accordent pas.`,
      );
}

function sumByClass(values: readonly number[], classes: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  classes.forEach((name, row) => {
    sums.set(name, (sums.get(name) ?? 0) + (values[row] as number));
  });
  return sums;
}

/**
 * What the margins do not explain of `values`: residuals of their regression on the classes, weighted by the weights
 * before raking. Known totals remove the explained part from the sampling variance.
 */
export function residualsOnMargins(
  values: readonly number[],
  weights: readonly number[],
  margins: readonly Margin[],
): readonly number[] {
  const x = indicators(margins, values.length);
  const kept = selectColumns(x, independentColumns(gram(x, weights)));
  const fit = leastSquares({ x: kept, y: values, weights });
  return fit === null ? values : Array.from(fit.residuals);
}

function indicators(margins: readonly Margin[], rows: number): Matrix {
  const columns = margins.flatMap(({ classes }) =>
    [...new Set(classes)].map((value) => ({ classes, value })),
  );
  const x = zeros(rows, columns.length);
  columns.forEach(({ classes, value }, j) => {
    for (let i = 0; i < rows; i++) x.values[i * columns.length + j] = classes[i] === value ? 1 : 0;
  });
  return x;
}
