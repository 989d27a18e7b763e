import type { MeasuredRollout, RolloutMethod } from './measured-rollout.ts';
import { readOneSeries } from './one-series.ts';
import { readOneTerritory } from './one-territory.ts';
import { checkNames } from './rollout-checks.ts';
import {
  type EstimatorReading,
  type RolloutFindings,
  type RolloutQuestion,
  type RolloutReading,
  refusedEffect,
} from './rollout-question.ts';
import { identify, rolloutRefusal } from './rollout-refusal.ts';
import { type SortedTerritories, sortTerritories, territoryRows } from './rollout-territories.ts';
import { readStaggered } from './staggered.ts';
import { readTwoByTwo } from './two-by-two.ts';

/** Compares territories, or a series with its past, with the estimator the plan names or else the data call for. */
export function readRollout(question: RolloutQuestion): RolloutReading {
  return question.terms.design === 'before-after' ? inTime(question) : acrossTerritories(question);
}

function inTime(question: RolloutQuestion): RolloutReading {
  // Everybody may have had the service from the first period: the series itself says what is missing.
  const all = sortTerritories(question, true);
  const sorted: SortedTerritories = {
    ...all,
    treated: [...all.treated, ...all.already],
    already: [],
  };
  const identification = {
    status: 'not-identified' as const,
    lastComparablePeriod: null,
    sentence:
      'Personne à qui comparer : la suite est comparée à la tendance d’avant, sans pouvoir écarter une autre cause survenue au même moment.',
  };
  if (sorted.treated.length + sorted.controls.length === 0) {
    const sentence = 'Non identifiable : aucune série n’est observée à toutes les périodes.';
    const method = 'interrupted-series';
    return assembled(question, sorted, identification, {
      method,
      effect: refusedEffect(question, method, 'not-identified', sentence),
      checks: [],
      findings: {},
    });
  }
  return assembled(question, sorted, identification, readOneSeries(question, sorted));
}

function acrossTerritories(question: RolloutQuestion): RolloutReading {
  const strict = sortTerritories(question, true);
  const loose = sortTerritories(question, false);
  const identified = identify(question, loose);
  const { calendar } = question.panel;
  const identification = {
    status: identified.status,
    lastComparablePeriod:
      identified.lastComparablePeriod === null ? null : calendar.code(identified.lastComparablePeriod),
    sentence: identified.sentence,
  };
  const method = chosen(question, strict);
  const refusal = rolloutRefusal(
    question,
    method === 'difference-in-differences' ? loose : strict,
    identified,
  );
  if (refusal !== null) {
    const { reason, sentence } = refusal;
    return assembled(
      question,
      strict,
      {
        ...identification,
        status: reason === 'not-identified' ? 'not-identified' : identified.status,
        sentence,
      },
      { method, effect: refusedEffect(question, method, reason, sentence), checks: [], findings: {} },
    );
  }
  const comparable = {
    name: checkNames.comparable,
    status: 'passed' as const,
    figure: null,
    sentence: identified.sentence,
  };
  const read = estimators[method](question, method === 'difference-in-differences' ? loose : strict);
  return assembled(question, method === 'difference-in-differences' ? loose : strict, identification, {
    ...read,
    checks: [comparable, ...read.checks],
  });
}

type Across = Exclude<RolloutMethod, 'interrupted-series'>;

const estimators: Readonly<
  Record<Across, (question: RolloutQuestion, sorted: SortedTerritories) => EstimatorReading>
> = {
  'difference-in-differences': readTwoByTwo,
  'group-time': readStaggered,
  'synthetic-control': readOneTerritory,
};

/** One treated territory: a mixture of others; two periods: the difference of differences; otherwise group by group. */
function chosen({ terms, panel }: RolloutQuestion, { treated, periods, already }: SortedTerritories): Across {
  if (terms.estimator !== null) return terms.estimator;
  if (panel.periods.length === 2 && terms.covariates.length === 0) return 'difference-in-differences';
  return treated.length === 1 && already.length === 0 && periods.length > 2
    ? 'synthetic-control'
    : 'group-time';
}

const nothing: Required<RolloutFindings> = {
  groupTime: [],
  aggregates: null,
  eventStudy: null,
  pretrend: null,
  synthetic: null,
  interrupted: null,
  differences: null,
  series: [],
  startsAt: null,
  notes: [],
};

function assembled(
  question: RolloutQuestion,
  sorted: SortedTerritories,
  identification: MeasuredRollout['identification'],
  { method, effect, checks, findings }: EstimatorReading,
): RolloutReading {
  const { panel, terms, horizon, label } = question;
  const { code } = panel.calendar;
  const left = (list: SortedTerritories['already'], one: string, many: string): string[] =>
    list.length === 0 ? [] : [`${list.length} ${list.length === 1 ? one : many}.`];
  return {
    effect,
    checks,
    rollout: {
      design: terms.design,
      method,
      horizon,
      unit: panel.share ? 'share' : 'value',
      label,
      periodSize: panel.calendar.size,
      periods: panel.periods.map(code),
      immature: panel.periods.filter((period) => !sorted.periods.includes(period)).map(code),
      territories: territoryRows(question, sorted),
      identification,
      ...nothing,
      ...findings,
      notes: [
        ...(findings.notes ?? []),
        ...left(
          sorted.already,
          'territoire était équipé dès la première période : sans « avant », il est écarté',
          'territoires étaient équipés dès la première période : sans « avant », ils sont écartés',
        ),
      ],
    },
  };
}
