import { aggregateDifference } from '../aggregate-difference.ts';
import { twoByTwo } from '../difference-in-differences.ts';
import { interruptedSeries } from '../interrupted-series.ts';
import { row } from '../linear-algebra.ts';
import { isRefused } from '../refused.ts';
import { rolloutIdentification } from '../rollout-identification.ts';
import { placeboTest, syntheticControl } from '../synthetic-control.ts';
import {
  choiceInput,
  has,
  levelInput,
  namedNumbers,
  namedNumbersOrNull,
  numberInput,
  reading,
  refuse,
  textColumn,
  textInput,
} from './columns.ts';
import { rowCovariates } from './comparison-input.ts';
import { oneTreatedTerritory } from './one-territory.ts';
import type { Handlers, StatisticsRequest } from './request.ts';
import { groupTime, readRollout, uniformBand } from './rollout.ts';

/** A column that says yes or no: 1 or 0, true or false. */
function yesNoColumn(request: StatisticsRequest, key: string): readonly boolean[] {
  return textColumn(request, key).map((value, row) => {
    const word = value.toLowerCase();
    if (word === '1' || word === 'true') return true;
    if (word === '0' || word === 'false') return false;
    return refuse(
      'invalid-input',
      `Colonne « ${textInput(request, key)} », ligne ${row + 1} : 0 ou 1 attendu.`,
    );
  });
}

const twoPeriods = reading((request) => {
  const outcomes = namedNumbersOrNull(request, textInput(request, 'outcome'));
  const treated = yesNoColumn(request, 'treated');
  const post = yesNoColumn(request, 'post');
  const clusters = has(request, 'cluster') ? textColumn(request, 'cluster') : null;
  const missing = choiceInput(request, 'missing', ['drop', 'refuse'] as const, 'drop');
  const rows = outcomes.flatMap((outcome, i) => {
    if (outcome === null && missing === 'refuse')
      return refuse('invalid-input', `Ligne ${i + 1} : le résultat manque.`);
    if (outcome === null) return [];
    const cluster = clusters?.[i];
    return [
      {
        outcome,
        treated: treated[i] === true,
        post: post[i] === true,
        ...(cluster === undefined ? {} : { cluster }),
      },
    ];
  });
  const effect = twoByTwo(rows, levelInput(request));
  return isRefused(effect) ? effect : { ...effect, dropped: outcomes.length - rows.length };
});

const identification = reading((request) => {
  const { groups, periods } = readRollout(request);
  return { ...rolloutIdentification(groups, periods) };
});

const aggregateComparison = reading((request) => {
  const { treated, pool, dropped } = oneTreatedTerritory(request);
  return { ...aggregateDifference(treated, pool), controls: pool.length, dropped };
});

const synthetic = reading((request) => {
  const { treated, pool, postTimes, dropped } = oneTreatedTerritory(request);
  const { weights, gaps, ...fit } = syntheticControl(treated, pool);
  return {
    weights: Object.fromEntries([...weights].filter(([, weight]) => weight > 0.01)),
    gaps: Object.fromEntries(gaps.map((gap, t) => [String(postTimes[t]), gap])),
    ...fit,
    dropped,
    ...placeboTest(treated, pool),
  };
});

const segmented = reading((request) => {
  const outcome = namedNumbers(request, textInput(request, 'outcome'));
  const timeName = textInput(request, 'time');
  const time = namedNumbers(request, timeName);
  const { names, values } = rowCovariates(request);
  if (request.inputs.prewhite === true)
    return refuse('invalid-input', "Le préblanchiment (« prewhite ») n'est pas proposé.");
  const lag = has(request, 'lag') ? numberInput(request, 'lag') : undefined;
  if (lag !== undefined && !(Number.isInteger(lag) && lag >= 0))
    return refuse('invalid-input', "L'entrée « lag » attend un nombre entier de périodes, 0 ou plus.");
  const fit = interruptedSeries(
    time.map((t, i) => ({
      time: t,
      outcome: outcome[i] as number,
      covariates: [...row(values, i)],
    })),
    {
      interruption: numberInput(request, 'interruption'),
      ...(lag === undefined ? {} : { lag }),
      smallSample: request.inputs.smallSample === true,
      level: levelInput(request),
    },
  );
  if (isRefused(fit)) return fit;
  return {
    coefficients: {
      intercept: fit.intercept,
      [timeName]: fit.trend,
      level: fit.level,
      slope: fit.slope,
      ...Object.fromEntries(names.map((name, k) => [name, fit.covariates[k]])),
    },
    effectAtEnd: fit.effectAtEnd,
    n: fit.n,
    lag: fit.lag,
  };
});

/** Comparisons between territories: before and after, by steps, one territory against the others, one series. */
export const territories: Handlers = {
  'did.twoByTwo': twoPeriods,
  'did.groupTime': groupTime,
  'did.uniformCriticalValue': uniformBand,
  'did.identification': identification,
  'did.aggregate': aggregateComparison,
  'synth.outcomes': synthetic,
  'its.segmented': segmented,
};
