/**
 * Two proportions compared: risk difference and risk ratio of a counted outcome, by intention to treat when arms were
 * drawn at random.
 *
 * Difference: p1 - p0, variance p1(1-p1)/n1 + p0(1-p0)/n0 (Wald); Newcombe's hybrid score interval (1998, method 10)
 * joins the two Wilson intervals and keeps its coverage with few events. Ratio: normal on log(p1/p0), variance
 * 1/x1 - 1/n1 + 1/x0 - 1/n0 (Katz et al. 1978).
 * Assumes independent units, one outcome each, everybody followed up to the horizon.
 */
import { normalHalfWidth } from './normal.ts';
import { type Refused, refused } from './refused.ts';
import { type Bounds, symmetricInterval } from './symmetric-interval.ts';

export interface EventCount {
  readonly n: number;
  readonly events: number;
}

export interface TwoProportions {
  readonly treated: EventCount & { readonly risk: number };
  readonly control: EventCount & { readonly risk: number };
  readonly riskDifference: Bounds & {
    readonly estimate: number;
    /** Null when neither arm varies (no event at all, or everybody): Wald's error of 0 would claim certainty. */
    readonly se: number | null;
    readonly newcombeLower: number;
    readonly newcombeUpper: number;
  };
  /** All null without events in both arms. */
  readonly riskRatio: Bounds & { readonly estimate: number | null; readonly seLog: number | null };
}

/** Both arms need at least one unit (`empty-group`); events lie between 0 and n (`invalid-input`). */
export function twoProportions(
  treated: EventCount,
  control: EventCount,
  level = 0.95,
): TwoProportions | Refused {
  if (!(treated.n > 0 && control.n > 0)) {
    return refused(
      'empty-group',
      "L'un des deux groupes ne contient personne : aucun écart ne peut être calculé.",
    );
  }
  if ([treated, control].some(({ n, events }) => !(events >= 0 && events <= n))) {
    return refused(
      'invalid-input',
      'Le nombre de personnes concernées doit être compris entre 0 et la taille du groupe.',
    );
  }
  const [p1, p0] = [treated.events / treated.n, control.events / control.n];
  const estimate = p1 - p0;
  const variance = (p1 * (1 - p1)) / treated.n + (p0 * (1 - p0)) / control.n;
  const se = variance > 0 ? Math.sqrt(variance) : null;
  return {
    treated: { ...treated, risk: p1 },
    control: { ...control, risk: p0 },
    riskDifference: {
      estimate,
      se,
      ...symmetricInterval(estimate, se, level),
      ...newcombe(treated, control, level),
    },
    riskRatio: riskRatio(treated, control, level),
  };
}

function newcombe(treated: EventCount, control: EventCount, level: number) {
  const [p1, p0] = [treated.events / treated.n, control.events / control.n];
  const [w1, w0] = [scoreInterval(treated, level), scoreInterval(control, level)];
  return {
    newcombeLower: p1 - p0 - Math.hypot(p1 - w1.lower, w0.upper - p0),
    newcombeUpper: p1 - p0 + Math.hypot(w1.upper - p1, p0 - w0.lower),
  };
}

/** Wilson's score interval of one proportion (1927). */
function scoreInterval({ n, events }: EventCount, level: number): { lower: number; upper: number } {
  const z2 = normalHalfWidth(level) ** 2;
  const p = events / n;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = Math.sqrt(z2 * ((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { lower: events === 0 ? 0 : centre - half, upper: events === n ? 1 : centre + half };
}

function riskRatio(treated: EventCount, control: EventCount, level: number): TwoProportions['riskRatio'] {
  const none = { estimate: null, seLog: null, lower: null, upper: null };
  if (treated.events === 0 || control.events === 0) return none;
  const estimate = treated.events / treated.n / (control.events / control.n);
  const variance = 1 / treated.events - 1 / treated.n + 1 / control.events - 1 / control.n;
  const seLog = variance > 1e-15 ? Math.sqrt(variance) : null;
  const { lower, upper } = symmetricInterval(Math.log(estimate), seLog, level);
  const bounds = [lower, upper].map((bound) => (bound === null ? null : Math.exp(bound)));
  // Less than one event in all: the bounds go past any number.
  const known = bounds.every((bound) => bound !== null && bound > 0 && Number.isFinite(bound));
  const [low = null, high = null] = known ? bounds : [];
  return { estimate, seLog, lower: low, upper: high };
}
