import { counted, frenchList, frenchNumber, tied } from '../../platform/french/number.ts';
import { aggregateDifference } from '../../statistics/aggregate-difference.ts';
import { placeboInterval } from '../../statistics/placebo-interval.ts';
import { placeboTest, syntheticControl, type TerritorySeries } from '../../statistics/synthetic-control.ts';
import type { Check } from '../measure.ts';
import { figureText } from './figure-text.ts';
import type { SeriesRow } from './measured-rollout.ts';
import type { Territory } from './panel.ts';
import { checkNames, completeCheck } from './rollout-checks.ts';
import {
  type EstimatorReading,
  effectFigure,
  type RolloutQuestion,
  refusedEffect,
} from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';

const method = 'synthetic-control';
const fewestPlacebos = 4;
/** A fit before this much wider than the effect after leaves nothing to read. */
const largestMiss = 0.5;

/** One treated territory against the mixture of others that followed it before; chance by placebos. */
export function readOneTerritory(question: RolloutQuestion, sorted: SortedTerritories): EstimatorReading {
  const { treated, controls, periods, positions } = sorted;
  const complete = completeCheck(sorted);
  const no = (
    sentence: string,
    reason: 'not-identified' | 'not-enough' = 'not-identified',
  ): EstimatorReading => ({
    method,
    effect: refusedEffect(question, method, reason, sentence),
    checks: [complete],
    findings: {},
  });
  const [one] = treated;
  const start = one?.started ?? null;
  if (one === undefined || start === null || treated.length > 1)
    return no(
      `Non identifiable de cette façon : le contrôle synthétique demande un seul territoire équipé, il y en a ${treated.length}. Retirez estimator, ou écrivez estimator: group-time.`,
    );
  const series = (territory: Territory): TerritorySeries => {
    const at = (kept: (period: number) => boolean): number[] =>
      positions.flatMap((position, i) => (kept(periods[i] ?? 0) ? [territory.values[position] ?? 0] : []));
    return {
      unit: territory.name,
      pre: at((period) => period < start),
      post: at((period) => period >= start),
    };
  };
  const own = series(one);
  const pool = controls.map(series);
  if (own.pre.length < 2)
    return no(
      'Non identifiable : une seule période précède l’arrivée du service ; le mélange de territoires ne peut pas apprendre à suivre celui-ci.',
    );
  if (pool.length < fewestPlacebos)
    return no(
      `Trop peu de territoires : ${pool.length === 0 ? 'aucun autre n’est observé' : `${pool.length} seulement ${pool.length === 1 ? 'est observé' : 'sont observés'}`} à toutes les périodes sans le service ; il en faut au moins ${fewestPlacebos} pour juger si l’écart est inhabituel, dix-neuf pour le dire à 95 %.`,
      pool.length === 0 ? 'not-identified' : 'not-enough',
    );
  const fit = syntheticControl(own, pool);
  const test = placeboTest(own, pool);
  const interval = placeboInterval(fit, test);
  const observed = own.post.reduce((sum, value) => sum + value, 0) / own.post.length;
  const effect =
    interval === null
      ? refusedEffect(
          question,
          method,
          'not-comparable',
          'Non comparable : le mélange des autres territoires reproduit exactement la série d’avant, ce qui n’apprend rien sur la suite. Il faut plus de périodes avant, ou moins de territoires.',
        )
      : effectFigure(
          question,
          method,
          own.post.length,
          {
            att: fit.meanEffect,
            se: null,
            lower: interval.lower,
            upper: interval.upper,
            withService: observed,
          },
          interval.level,
        );
  const { code } = question.panel.calendar;
  const weights = [...fit.weights].map(([territory, weight]) => ({ territory, weight }));
  return {
    method,
    effect,
    checks: [
      fitCheck(fit.preRmspe, own.pre, fit.meanEffect),
      placeboCheck(test.pValue, test.placebos.length),
      poolCheck(test.placebos.filter(({ ratio }) => ratio !== null).length),
      complete,
    ],
    findings: {
      synthetic: {
        treated: one.name,
        weights: weights.filter(({ weight }) => weight > 0.01).sort((a, b) => b.weight - a.weight),
        unique: fit.unique,
        preRmspe: fit.preRmspe,
        postRmspe: fit.postRmspe,
        ratio: test.treatedRatio,
        pValue: test.pValue,
        placebos: test.placebos.map(({ unit, ...placebo }) => ({ territory: unit, ...placebo })),
        plainDifference: aggregateDifference(own, pool).estimate,
      },
      series: expectedSeries(question, sorted, one, pool, fit.weights, start, interval),
      startsAt: code(start),
      notes: notesOf(fit.unique, weights, interval?.level ?? null),
    },
  };
}

function expectedSeries(
  { panel }: RolloutQuestion,
  { positions, periods }: SortedTerritories,
  treated: Territory,
  pool: readonly TerritorySeries[],
  weights: ReadonlyMap<string, number>,
  start: number,
  interval: { readonly lower: number; readonly upper: number } | null,
): SeriesRow[] {
  const half = interval === null ? null : (interval.upper - interval.lower) / 2;
  return positions.map((position, t) => {
    const period = periods[t] ?? 0;
    const expected = pool.reduce((sum, { unit, pre, post }) => {
      const value = t < pre.length ? pre[t] : post[t - pre.length];
      return sum + (weights.get(unit) ?? 0) * (value ?? 0);
    }, 0);
    const after = period >= start;
    return {
      period: panel.calendar.code(period),
      observed: treated.values[position] ?? 0,
      expected,
      lower: after && half !== null ? expected - half : null,
      upper: after && half !== null ? expected + half : null,
      after,
    };
  });
}

function fitCheck(preRmspe: number, pre: readonly number[], effect: number): Check {
  const mean = pre.reduce((sum, value) => sum + value, 0) / pre.length;
  const spread = Math.sqrt(pre.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pre.length);
  const close = preRmspe <= Math.max(largestMiss * Math.abs(effect), 0.1 * spread);
  return {
    name: checkNames.fit,
    status: close ? 'passed' : 'failed',
    figure: preRmspe,
    sentence: close
      ? `Avant le service, le mélange suivait le territoire de près : à ${figureText(preRmspe)} en moyenne, pour un écart de ${figureText(Math.abs(effect))} ensuite.`
      : `Avant le service, le mélange suivait mal le territoire : à ${figureText(preRmspe)} près en moyenne, pour un écart de ${figureText(Math.abs(effect))} ensuite. Aucun mélange des autres ne lui ressemble.`,
  };
}

/** Not a test the design may fail: an ordinary gap is an answer, that nothing sets this territory apart. */
function placeboCheck(pValue: number | null, placebos: number): Check {
  const name = checkNames.placebos;
  if (pValue === null)
    return {
      name,
      status: 'not-applicable',
      figure: null,
      sentence: 'L’écart ne peut pas être comparé à celui des autres territoires.',
    };
  const rank = Math.round(pValue * (placebos + 1));
  const unusual = pValue <= Math.max(0.05, 1 / (placebos + 1));
  return {
    name,
    status: 'passed',
    figure: pValue,
    sentence: `Rapporté à l’écart d’avant, celui du territoire équipé vient au rang ${rank} sur ${placebos + 1} : ${
      unusual
        ? 'aucun ou presque des autres n’en connaît d’aussi grand sans le service.'
        : 'd’autres territoires, sans le service, en connaissent d’aussi grands.'
    }`,
  };
}

function poolCheck(placebos: number): Check {
  const enough = placebos >= 19;
  return {
    name: checkNames.pool,
    status: enough ? 'passed' : 'failed',
    figure: placebos,
    sentence: enough
      ? `${placebos} autres territoires permettent de juger à 95 % si l’écart est inhabituel.`
      : `${counted(placebos, 'autre territoire', 'autres territoires')} seulement : il en faut dix-neuf pour juger à 95 % si l’écart est inhabituel.`,
  };
}

function notesOf(
  unique: boolean,
  weights: readonly { readonly territory: string; readonly weight: number }[],
  reached: number | null,
): string[] {
  const parts = weights
    .filter(({ weight }) => weight > 0.01)
    .sort((a, b) => b.weight - a.weight)
    .map(({ territory, weight }) => `${territory} (${frenchNumber(weight * 100)}${tied}%)`);
  return [
    `Le mélange est fait de ${frenchList(parts)}.`,
    ...(unique
      ? []
      : ['D’autres mélanges suivent aussi bien la série d’avant : le chiffre peut en dépendre.']),
    ...(reached !== null && reached < 0.95
      ? [
          `Avec si peu de territoires, l’intervalle ne peut être donné qu’à ${frenchNumber(reached * 100)}${tied}%, au lieu de 95.`,
        ]
      : []),
  ];
}
