/**
 * Propensity score: the probability of being treated given the covariates, by logistic regression, and whether the
 * two arms overlap. Rosenbaum & Rubin 1983; overlap: Crump, Hotz, Imbens & Mitnik 2009.
 * Assumes that everything driving both treatment and outcome is among the covariates, and that nobody's treatment was
 * certain; only the second can be checked.
 */
import { armSizes, type Comparison, emptyArm } from './comparison.ts';
import { type Design, regressionDesign } from './covariates.ts';
import { type LogisticFit, logisticRegression } from './logistic.ts';
import { type Refused, refused } from './refused.ts';

/** `probabilities`: one a row of the assignment. */
export interface PropensityModel extends LogisticFit {
  /** One row a row of the covariates. */
  readonly design: Design;
}

export interface Assignment extends Pick<Comparison, 'treated' | 'counts' | 'covariates'> {
  /** Row of the covariates of each row, so that rows alike share one; its own place when left out. */
  readonly covariateRow?: ArrayLike<number>;
}

/**
 * Fits the score, on the rows of the covariates; `empty-group` when an arm is empty, `not-identified` when a covariate separates the arms.
 * Example: with no covariate every score is the treated share.
 */
export function propensityModel(assignment: Assignment): PropensityModel | Refused {
  const { treated, counts, covariates, covariateRow } = assignment;
  const empty = emptyArm(armSizes({ treated, counts }));
  if (empty !== null) return empty;
  const units = covariateRow === undefined ? { y: treated, counts } : unitsByRow(assignment, covariateRow);
  const design = regressionDesign(covariates, units.counts);
  const fit = logisticRegression({ x: design.x, ...units });
  if (fit === null) {
    return refused(
      'not-identified',
      "Une caractéristique, ou une combinaison, suffit à dire qui a reçu le service : personne n'est comparable de l'autre côté. Retirez-la ou regroupez ses valeurs.",
    );
  }
  if (covariateRow === undefined) return { ...fit, design };
  const probabilities = Float64Array.from(
    treated,
    (_, i) => fit.probabilities[covariateRow[i] as number] as number,
  );
  return { ...fit, probabilities, design };
}

/** Units of each row of the covariates, and the share of them that is treated. */
function unitsByRow({ treated, counts, covariates }: Assignment, covariateRow: ArrayLike<number>) {
  const all = new Float64Array(covariates.values.rows);
  const own = new Float64Array(covariates.values.rows);
  for (let i = 0; i < covariateRow.length; i++) {
    const c = covariateRow[i] as number;
    all[c] = (all[c] as number) + (counts[i] as number);
    if (treated[i] === 1) own[c] = (own[c] as number) + (counts[i] as number);
  }
  return { y: own.map((n, c) => (n > 0 ? n / (all[c] as number) : 0)), counts: all };
}

export interface Overlap {
  readonly treatedRange: readonly [number, number];
  readonly controlRange: readonly [number, number];
  /** Share of treated units whose score is within the range of the controls' scores. */
  readonly treatedInRange: number;
  /** Share of control units whose score is within the range of the treated units' scores. */
  readonly controlInRange: number;
  /** Share of all units with a score under 0.1 or above 0.9, where weights become extreme. */
  readonly extreme: number;
  readonly passed: boolean;
  readonly sentence: string;
}

/** Share of treated units with a counterpart under which groups are not compared. */
const enoughInRange = 0.9;

/** Whether the arms' scores cover each other; both arms must have units. */
export function overlapOf(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  counts: ArrayLike<number>,
): Overlap {
  const range = (arm: number): [number, number] => {
    let [low, high] = [1, 0];
    for (let i = 0; i < scores.length; i++) {
      if (treated[i] !== arm || counts[i] === 0) continue;
      low = Math.min(low, scores[i] as number);
      high = Math.max(high, scores[i] as number);
    }
    return [low, high];
  };
  const share = (of: (i: number) => boolean, among: (i: number) => boolean): number => {
    let [part, whole] = [0, 0];
    for (let i = 0; i < scores.length; i++) {
      if (!among(i)) continue;
      whole += counts[i] as number;
      if (of(i)) part += counts[i] as number;
    }
    return whole > 0 ? part / whole : 0;
  };
  const [treatedRange, controlRange] = [range(1), range(0)];
  const inside = (i: number, [low, high]: readonly [number, number]): boolean =>
    (scores[i] as number) >= low - 1e-12 && (scores[i] as number) <= high + 1e-12;
  const treatedInRange = share(
    (i) => inside(i, controlRange),
    (i) => treated[i] === 1,
  );
  const controlInRange = share(
    (i) => inside(i, treatedRange),
    (i) => treated[i] !== 1,
  );
  const extreme = share(
    (i) => (scores[i] as number) < 0.1 || (scores[i] as number) > 0.9,
    () => true,
  );
  const passed = treatedInRange >= enoughInRange;
  const outOf100 = Math.round(100 * treatedInRange);
  const sentence = passed
    ? `Sur 100 personnes qui ont reçu le service, ${outOf100} ont des semblables parmi celles qui ne l'ont pas reçu.`
    : `Groupes non comparables : sur 100 personnes qui ont reçu le service, ${outOf100} seulement ont des semblables parmi celles qui ne l'ont pas reçu.`;
  return { treatedRange, controlRange, treatedInRange, controlInRange, extreme, passed, sentence };
}
