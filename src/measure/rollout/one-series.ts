import { counted } from '../../platform/french/number.ts';
import { departureFromTrend } from '../../statistics/departure-from-trend.ts';
import { interruptedSeries, type SeriesPoint } from '../../statistics/interrupted-series.ts';
import { isRefused } from '../../statistics/refused.ts';
import type { Check } from '../measure.ts';
import type { MeasuredInterruption, RolloutFigure } from './measured-rollout.ts';
import { sizeOfTerritory } from './panel.ts';
import { checkNames } from './rollout-checks.ts';
import {
  type EstimatorReading,
  effectFigure,
  level,
  type RolloutQuestion,
  refusedEffect,
} from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';
import { seasonColumns } from './seasons.ts';

const method = 'interrupted-series';
/** Fewer periods before: the trend rests on too little to be carried on. */
const enoughBefore = 8;

/** One series with its own past: territories pooled, by size when the plan says so. */
export function readOneSeries(question: RolloutQuestion, sorted: SortedTerritories): EstimatorReading {
  const { panel, terms } = question;
  const { calendar } = panel;
  const starts = [...new Set(panel.territories.flatMap(({ started }) => started ?? []))];
  const no = (sentence: string): EstimatorReading => ({
    method,
    effect: refusedEffect(question, method, 'not-identified', sentence),
    checks: [],
    findings: {},
  });
  const [start] = starts;
  if (start === undefined)
    return no('Non identifiable : rien ne dit quand le service est arrivé (comparison.started).');
  if (starts.length > 1)
    return no(
      'Non identifiable de cette façon : les territoires n’ont pas tous reçu le service à la même période. Comparez-les entre eux : design: rollout.',
    );
  const gap = sorted.periods.find((period, i) => i > 0 && period - (sorted.periods[i - 1] ?? 0) > 1);
  const steps = new Set(sorted.periods.slice(1).map((period, i) => period - (sorted.periods[i] ?? 0)));
  if (gap !== undefined && steps.size > 1)
    return no(
      `Non identifiable : il manque des périodes avant ${calendar.nameOf(gap)} ; la série doit être sans trou pour qu’une tendance s’y lise.`,
    );
  const columns = terms.seasons ? seasonColumns(calendar.size, sorted.periods) : null;
  const points = pooledSeries(question, sorted).map((point, i) => ({
    ...point,
    covariates: [...(point.covariates ?? []), ...(columns?.rows[i] ?? [])],
  }));
  const read = departureFromTrend(points, start, level);
  const classical = interruptedSeries(points, {
    interruption: start,
    level,
    ...(terms.lag === null ? {} : { lag: terms.lag }),
  });
  if (isRefused(read)) return no(read.sentence);
  if (isRefused(classical)) return no(classical.sentence);
  const after = points.filter(({ time }) => time >= start);
  const observed = after.reduce((sum, { outcome }) => sum + outcome, 0) / after.length;
  const figure = ({ estimate, se, lower, upper }: typeof read.mean): RolloutFigure => ({
    att: estimate,
    se,
    lower,
    upper,
  });
  const interrupted: MeasuredInterruption = {
    jump: figure(read.jump),
    slope: figure(read.slope),
    atEnd: { ...figure(read.atEnd), period: calendar.code(after.at(-1)?.time ?? start) },
    memory: read.memory,
    leastSquares: {
      lag: classical.lag,
      coefficients: [
        { name: 'intercept', ...estimateOf(classical.intercept) },
        { name: 'trend', ...estimateOf(classical.trend) },
        { name: 'level', ...estimateOf(classical.level) },
        { name: 'slope', ...estimateOf(classical.slope) },
        ...[...terms.covariates, ...(columns?.names ?? [])].map((name, k) => ({
          name,
          ...estimateOf(classical.covariates[k] ?? { estimate: 0, se: null }),
        })),
      ],
    },
  };
  return {
    method,
    effect: effectFigure(question, method, after.length, {
      ...figure(read.mean),
      withService: observed,
    }),
    checks: [pastCheck(points.length - after.length)],
    findings: {
      interrupted,
      series: points.map(({ time, outcome }, i) => {
        const expected = read.expected[i];
        return {
          period: calendar.code(time),
          observed: outcome,
          expected: expected?.estimate ?? outcome,
          lower: expected?.bounds?.lower ?? null,
          upper: expected?.bounds?.upper ?? null,
          after: time >= start,
        };
      }),
      startsAt: calendar.code(start),
      notes: notesOf(terms.seasons, calendar.size, read.memory.mean, columns !== null),
    },
  };
}

const estimateOf = ({ estimate, se }: { readonly estimate: number; readonly se: number | null }) => ({
  estimate,
  se,
});

/** Mean of the territories at each period, weighted by size when asked; those not seen throughout are left out. */
function pooledSeries({ terms }: RolloutQuestion, sorted: SortedTerritories): SeriesPoint[] {
  const kept = [...sorted.treated, ...sorted.controls];
  return sorted.periods.map((time, i) => {
    const position = sorted.positions[i] ?? 0;
    let [sum, weight] = [0, 0];
    const covariates = terms.covariates.map(() => 0);
    for (const territory of kept) {
      const own =
        terms.weighting === 'size' ? (territory.sizes[position] ?? sizeOfTerritory(territory) ?? 0) : 1;
      sum += own * (territory.values[position] ?? 0);
      weight += own;
      for (const [k, value] of (territory.covariates[position] ?? []).entries())
        covariates[k] = (covariates[k] ?? 0) + own * value;
    }
    return { time, outcome: sum / weight, covariates: covariates.map((value) => value / weight) };
  });
}

function pastCheck(before: number): Check {
  const enough = before >= enoughBefore;
  return {
    name: checkNames.before,
    status: enough ? 'passed' : 'failed',
    figure: before,
    sentence: enough
      ? `La tendance d’avant repose sur ${counted(before, 'période', 'périodes')}.`
      : `La tendance d’avant ne repose que sur ${counted(before, 'période', 'périodes')} : elle peut n’être qu’un hasard.`,
  };
}

function notesOf(
  seasons: boolean,
  size: RolloutQuestion['panel']['calendar']['size'],
  memory: number,
  adjusted: boolean,
): string[] {
  return [
    'Comparaison dans le temps seulement : tout ce qui est arrivé d’autre au même moment est compté avec le service.',
    ...(memory > 0.6
      ? [
          'Chaque période ressemble beaucoup à la précédente : la série en dit moins que son nombre de périodes, et l’intervalle en tient compte.',
        ]
      : []),
    ...(seasons && !adjusted
      ? ['Les saisons demandées ne peuvent pas être prises en compte : il faut deux années de périodes.']
      : []),
    ...(!seasons && (size === 'month' || size === 'quarter')
      ? ['Les saisons ne sont pas prises en compte ; si ce chiffre change avec elles, écrivez seasons: true.']
      : []),
  ];
}
