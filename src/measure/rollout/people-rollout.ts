import type { FollowUpIndicator } from '../../plan/plan.ts';
import { counted, frenchList } from '../../platform/french/number.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { total } from '../cohorts.ts';
import type { Decision } from '../comparison/measured-comparison.ts';
import { notGiven, type Splitter } from '../follow-up-inputs.ts';
import type { Followed } from '../followed.ts';
import type { KeptPanels } from '../kept-counts.ts';
import type { Check, Warning } from '../measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { decideRollout } from './decide-rollout.ts';
import { followedPanel } from './followed-panel.ts';
import type { MeasuredRollout } from './measured-rollout.ts';
import { readRollout } from './read-rollout.ts';
import { rolloutHeadline } from './rollout-headline.ts';
import { rolloutRatio } from './rollout-ratio.ts';
import { readStarts, startForAll } from './starts.ts';

export interface PeopleRollout {
  readonly effects: readonly EffectEstimate[];
  readonly effect: EffectEstimate;
  readonly checks: readonly Check[];
  readonly rollout: MeasuredRollout;
  readonly panels: KeptPanels['panels'];
  readonly decision: Decision | null;
  readonly sentence: string;
  readonly warnings: readonly Warning[];
}

/** The attribute of the people followed that says their territory, as a column to count by. */
export const territoryColumns = ({ rollout }: FollowUpIndicator): readonly Splitter[] =>
  rollout === undefined || rollout.territory === null
    ? []
    : [{ by: rollout.territory, column: `a_${rollout.territory}` }];

interface PeopleFacts {
  readonly units: readonly Followed[];
  readonly columns: readonly string[];
  /** Last day for which outcomes are complete, days since 1970-01-01; null: unknown. */
  readonly coverage: number | null;
}

/** Compares territories on people followed, at each horizon; null when the plan does not ask for it. */
export async function peopleRollout(
  context: MeasureContext,
  indicator: FollowUpIndicator,
  { units, columns, coverage }: PeopleFacts,
): Promise<PeopleRollout | null> {
  const { rollout: terms, horizons, cohort } = indicator;
  if (terms === undefined) return null;
  const source = indicator.population ?? '';
  const starts = {
    source,
    starts: await readStarts(context, terms.started),
    startedForAll: startForAll(terms.started),
  };
  const territory = terms.territory === null ? null : columns.indexOf(`a_${terms.territory}`);
  const panels = horizons.map((horizon) => ({
    horizon,
    panel: followedPanel({ units, territory, size: cohort, horizon, coverage: coverage ?? 0, starts }),
  }));
  const readings = panels.map((read) => ({
    ...readRollout({ ...read, terms, label: null }),
    panel: read.panel,
  }));
  const main = readings.findLast(({ effect }) => effect.kind === 'estimate') ?? readings[0];
  if (main === undefined) throw new TypeError(`indicator ${indicator.id} has no horizon`);
  const { effect, checks, rollout, panel } = main;
  const lost =
    territory === null ? 0 : total(units.filter((unit) => (unit.cells[territory] ?? notGiven) === notGiven));
  return {
    effects: readings.flatMap((read) => [read.effect, rolloutRatio(read.effect, read.panel)]),
    effect,
    checks,
    rollout,
    panels,
    decision: indicator.decision ? decideRollout(indicator.decision, effect, rollout, panel) : null,
    sentence: rolloutHeadline({
      effect,
      rollout,
      service: context.plan.service.name,
      indicator: indicator.name,
      knownThrough: coverage === null ? null : isoDay(coverage),
      ...(indicator.sentence && {
        subjectPhrase: indicator.sentence.who,
        outcomePhrase: indicator.sentence.what,
      }),
    }),
    warnings: [...withoutTerritory(lost, terms.territory), ...undated(rollout, starts.starts)],
  };
}

function withoutTerritory(lost: number, attribute: string | null): Warning[] {
  if (lost === 0) return [];
  const people = counted(lost, 'personne n’a', 'personnes n’ont');
  return [
    {
      code: 'without-territory',
      sentence: `${people} pas de territoire (« ${attribute ?? ''} ») : la comparaison ne les compte pas.`,
    },
  ];
}

function undated(
  { territories, design }: MeasuredRollout,
  starts: ReadonlyMap<string, string | null> | null,
): Warning[] {
  if (starts === null || design === 'before-after') return [];
  const names = territories.flatMap(({ name }) => (starts.has(name) ? [] : [name]));
  if (names.length === 0) return [];
  return [
    {
      code: 'undated-territory',
      sentence: `${counted(names.length, 'territoire n’a', 'territoires n’ont')} pas de date d’arrivée (${frenchList(names.slice(0, 5))}) : pris comme jamais ${names.length === 1 ? 'équipé' : 'équipés'}.`,
    },
  ];
}
