import type { RolloutIndicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted, frenchList } from '../../platform/french/number.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { levelName } from '../evidence.ts';
import type { EstimateBase, Evidence, RolloutMeasure, Warning } from '../measure.ts';
import { type MeasureContext, measureInput } from '../measure-context.ts';
import { decideRollout } from './decide-rollout.ts';
import type { Panel } from './panel.ts';
import { readPanel } from './read-panel.ts';
import { readRollout } from './read-rollout.ts';
import { rolloutEvidence } from './rollout-evidence.ts';
import { rolloutHeadline } from './rollout-headline.ts';
import { rolloutRatio } from './rollout-ratio.ts';

/** Measures what the rollout of the service changes in a table of territories and periods. */
export async function measureRollout(
  context: MeasureContext,
  indicator: RolloutIndicator,
): Promise<RolloutMeasure> {
  const { plan, records } = context;
  const source = plan.sources[indicator.panel];
  if (source?.kind !== 'panel') throw new TypeError(`source ${indicator.panel} is not a panel`);
  const weighting = indicator.comparison.weighting ?? (source.weight === null ? 'equal' : 'size');
  const terms = { ...indicator.comparison, weighting };
  const panel = await readPanel(context, source, terms);
  const { effect, checks, rollout } = readRollout({
    panel,
    terms,
    horizon: null,
    label: panel.share ? null : indicator.valueLabel,
  });
  const observed = observedIn(indicator.panel, source.completeThrough);
  const evidence = rolloutEvidence(observed, terms.design, checks, effect);
  const names = [indicator.panel, ...(terms.started.in === 'source' ? [terms.started.source] : [])];
  const inputs = names.flatMap((name) => records.get(name) ?? []);
  const seen = rollout.territories.filter(({ role }) => role !== 'left-out').length;
  const estimate = estimateOf(effect, seen);
  const sentence = rolloutHeadline({
    effect,
    rollout,
    service: plan.service.name,
    indicator: indicator.name,
    knownThrough: source.completeThrough,
    ...(indicator.sentence && {
      subjectPhrase: indicator.sentence.who,
      outcomePhrase: indicator.sentence.what,
    }),
  });
  return {
    indicator: indicator.id,
    name: indicator.name,
    matrix: indicator.matrix,
    method: 'rollout',
    inputs: inputs.map(measureInput),
    coverage:
      source.completeThrough === null
        ? null
        : {
            day: source.completeThrough,
            derived: false,
            sentence: `Table complète jusqu’au ${frenchDay(source.completeThrough)}, selon le plan.`,
          },
    units: seen,
    outcomes: panel.territories.reduce(
      (sum, { values }) => sum + values.filter((value) => value !== null).length,
      0,
    ),
    cohorts: [],
    triangle: [],
    estimates: [{ ...estimate, group: null, by: null }],
    effects: [effect, rolloutRatio(effect, panel)],
    checks: evidence.checks,
    headline: { sentence, estimate, effect },
    evidence,
    warnings: warningsOf(panel, indicator),
    rollout,
    decision: indicator.decision ? decideRollout(indicator.decision, effect, rollout, panel) : null,
    ...(context.keepCounts && { panels: { panels: [{ horizon: null, panel }], weighting, observed } }),
  };
}

/** The effect as the figure a measure is known by, over `n` territories. */
export const estimateOf = (
  { kind, value, lower, upper, level }: EffectEstimate,
  n: number,
): EstimateBase => ({
  kind,
  value,
  lower,
  upper,
  level,
  n,
});

/** What a table of figures allows by itself, before any comparison. */
function observedIn(source: string, through: string | null): Evidence {
  return {
    level: 2,
    name: levelName(2),
    checks: [
      {
        name: 'effet constaté',
        status: 'passed',
        figure: null,
        sentence: `L’effet est lu par territoire et par période (source « ${source} »), pas déclaré par le service.`,
      },
      {
        name: 'registre complet',
        status: through === null ? 'not-applicable' : 'passed',
        figure: null,
        sentence:
          through === null
            ? 'La table est prise comme complète : rien ne dit jusqu’à quand elle l’est (complete_through).'
            : `Table complète jusqu’au ${frenchDay(through)} (déclaré dans le plan).`,
      },
    ],
    raise: '',
  };
}

/** Territories the plan dates but that the table does not know. */
function warningsOf({ territories }: Panel, { panel, comparison }: RolloutIndicator): Warning[] {
  if (comparison.started.in !== 'plan') return [];
  const known = new Set(territories.map(({ name }) => name));
  const given = Object.keys(comparison.started.starts);
  const absent = given.filter((name) => !known.has(name));
  return [
    ...(absent.length === 0
      ? []
      : [
          {
            code: 'unknown-territory',
            sentence: `${counted(absent.length, 'territoire du plan n’est', 'territoires du plan ne sont')} pas dans « ${panel} » (${frenchList(absent.slice(0, 5))}) : vérifiez l’orthographe.`,
          },
        ]),
  ];
}
