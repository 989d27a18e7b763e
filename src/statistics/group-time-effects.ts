/**
 * Effects of a rollout by steps: for each group g of units first treated in period g and each period t,
 *
 *   ATT(g, t) = average effect, in period t, on the units first treated in g,
 *
 * comparing the change in outcome from a base period to t with the same change among units never treated, or not
 * yet treated by t. Base period: the last one before g (less `anticipation`); before treatment, the period just
 * before t (`varying`) or that same fixed one (`universal`).
 * Assumes parallel trends (given covariates), no effect before g less `anticipation`, and a balanced panel.
 * Source: Callaway & Sant'Anna 2021, equations 2.4 to 2.10. Never mixes early and late groups as two-way fixed
 * effects do (Goodman-Bacon 2021).
 */
import { type DifferenceEstimator, effectOnTreated } from './doubly-robust-difference.ts';
import { fromRows } from './linear-algebra.ts';

export interface RolloutUnit {
  /** First treated period; null: never treated. After the last period (less anticipation) counts as never treated. */
  readonly group: number | null;
  /** One outcome a period, in the order of `periods`. */
  readonly outcomes: readonly number[];
  /** One list a period (read in the earlier of the two periods compared); empty without covariates. */
  readonly covariates: readonly (readonly number[])[];
  /** Territories that go together; each unit on its own when left out. */
  readonly cluster?: string;
  /** What the unit counts for, 1 when left out: effects are then means over people, dwellings…, not over units. */
  readonly weight?: number;
}

export interface RolloutDesign {
  /** Increasing. */
  readonly periods: readonly number[];
  readonly units: readonly RolloutUnit[];
  readonly controlGroup: 'never-treated' | 'not-yet-treated';
  readonly estimator: DifferenceEstimator;
  readonly basePeriod: 'varying' | 'universal';
  readonly anticipation: number;
  /** Last period whose outcomes are complete; later cells are not mature. Null: all are. */
  readonly completeThrough: number | null;
  /** How sentences call a period; its number when left out. */
  readonly nameOf?: (period: number) => string;
}

export interface GroupTimeEffect {
  readonly kind: 'estimate';
  readonly group: number;
  readonly time: number;
  /** Period compared with. */
  readonly base: number;
  readonly att: number;
  /** One value a unit: variances, aggregates and bands all come from it. */
  readonly influence: Float64Array;
  /** One value a unit: `att` is the sum of the changes from `base` to `time` so weighted. */
  readonly loads: Float64Array;
  /** One value a unit: how much less than its change its gap to what it is compared with varies; 1: not at all. */
  readonly leverage: Float64Array;
  readonly treatedUnits: number;
  readonly controlUnits: number;
}

interface GroupTimeUnknown {
  readonly kind: 'insufficient';
  readonly group: number;
  readonly time: number;
  readonly reason: 'not-identified' | 'not-mature';
  readonly sentence: string;
}

export type GroupTimeCell = GroupTimeEffect | GroupTimeUnknown;

/**
 * Every cell of the rollout, group by group, from the second period on. Units already treated in the first period
 * must be left out before: they have no "before".
 */
export function groupTimeEffects(design: RolloutDesign): readonly GroupTimeCell[] {
  return startedGroups(design).flatMap((group) =>
    design.periods.flatMap((_, position) => {
      const base = basePosition(design, group, position);
      return base === position ? [] : [cell(design, group, position, base)];
    }),
  );
}

/** Under a universal base, the period every other is compared with, group by group: 0 by definition, without error. */
export function referenceCells(design: RolloutDesign): readonly GroupTimeEffect[] {
  if (design.basePeriod !== 'universal') return [];
  return startedGroups(design).flatMap((group) => {
    const time = design.periods[basePosition(design, group, 0)];
    if (time === undefined || group === comparisonOnly(design)) return [];
    return [
      {
        kind: 'estimate',
        group,
        time,
        base: time,
        att: 0,
        influence: new Float64Array(design.units.length),
        loads: new Float64Array(design.units.length),
        leverage: new Float64Array(design.units.length),
        treatedUnits: design.units.filter((unit) => unit.group === group).length,
        controlUnits: design.units.filter((unit) => isControl(design, unit, time)).length,
      },
    ];
  });
}

const startedGroups = ({ units, periods }: RolloutDesign): readonly number[] =>
  [...new Set(units.flatMap((unit) => unit.group ?? []))]
    .filter((group) => group <= (periods.at(-1) ?? Number.NEGATIVE_INFINITY))
    .sort((a, b) => a - b);

/** Position of the period compared with `position`; the same position when there is nothing to compare. */
function basePosition(design: RolloutDesign, group: number, position: number): number {
  const { periods, anticipation, basePeriod } = design;
  const lastBefore = periods.findLastIndex((period) => period + anticipation < group);
  const before = position <= lastBefore;
  return before && basePeriod === 'varying' ? Math.max(0, position - 1) : lastBefore;
}

function cell(design: RolloutDesign, group: number, position: number, base: number): GroupTimeCell {
  const { periods, units } = design;
  const time = periods[position] as number;
  const name = design.nameOf ?? String;
  const unknown = (reason: GroupTimeUnknown['reason'], sentence: string): GroupTimeUnknown => ({
    kind: 'insufficient',
    group,
    time,
    reason,
    sentence,
  });
  if (design.completeThrough !== null && time > design.completeThrough)
    return unknown(
      'not-mature',
      `Pas encore mûr : les données de la période ${name(time)} ne sont pas complètes.`,
    );
  if (base < 0)
    return unknown(
      'not-identified',
      `Non identifiable : le groupe ${name(group)} n'est pas observé avant le service.`,
    );

  if (group === comparisonOnly(design))
    return unknown(
      'not-identified',
      `Non identifiable : tout le monde finit par recevoir le service, et le groupe ${name(group)}, dernier équipé, ne sert que de comparaison aux autres.`,
    );

  const latest = periods[Math.max(position, base)] as number;
  const members = units.flatMap((unit, i) =>
    unit.group === group || isControl(design, unit, latest) ? [i] : [],
  );
  const treated = members.map((i) => units[i]?.group === group);
  const treatedUnits = treated.filter(Boolean).length;
  const controlUnits = members.length - treatedUnits;
  if (controlUnits === 0)
    return unknown(
      'not-identified',
      `Non identifiable : à la période ${name(time)}, plus personne ne peut servir de comparaison au groupe ${name(group)}.`,
    );
  const earlier = Math.min(position, base);
  const change = members.map(
    (i) => (units[i]?.outcomes[position] as number) - (units[i]?.outcomes[base] as number),
  );
  const x = fromRows(members.map((i) => [1, ...(units[i]?.covariates[earlier] ?? [])]));
  const weights = members.map((i) => units[i]?.weight ?? 1);
  const effect = effectOnTreated({ treated, change, x, weights }, design.estimator);
  if (effect === null)
    return unknown(
      'not-identified',
      `Non identifiable : les caractéristiques du groupe ${name(group)} et de sa comparaison ne se recouvrent pas.`,
    );
  const influence = new Float64Array(units.length);
  const loads = new Float64Array(units.length);
  const leverage = new Float64Array(units.length);
  members.forEach((i, m) => {
    influence[i] = (units.length / members.length) * (effect.influence[m] as number);
    loads[i] = effect.loads[m] as number;
    leverage[i] = effect.leverage[m] as number;
  });
  const { att } = effect;
  return {
    kind: 'estimate',
    group,
    time,
    base: periods[base] as number,
    att,
    influence,
    loads,
    leverage,
    treatedUnits,
    controlUnits,
  };
}

/** Never treated while observed, or (when allowed) first treated after the later of the two periods compared. */
function isControl(design: RolloutDesign, { group }: RolloutUnit, latest: number): boolean {
  if (isNeverTreated(design, group)) return true;
  return design.controlGroup === 'not-yet-treated' && Number(group) > latest + design.anticipation;
}

const isNeverTreated = ({ periods, anticipation }: RolloutDesign, group: number | null): boolean =>
  group === null || group > (periods.at(-1) as number) + anticipation;

/** The last group treated, when nobody stays without the service: it has no comparison of its own. */
function comparisonOnly(design: RolloutDesign): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { group } of design.units) {
    if (isNeverTreated(design, group)) return null;
    last = Math.max(last, Number(group));
  }
  return last;
}
