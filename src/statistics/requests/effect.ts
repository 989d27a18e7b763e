import { complierEffect } from '../complier-effect.ts';
import { cuped } from '../cuped.ts';
import { doublyRobustEffect } from '../doubly-robust.ts';
import { linAdjustedDifference } from '../lin-adjustment.ts';
import { stratifiedDifference } from '../stratified-difference.ts';
import { symmetricInterval } from '../symmetric-interval.ts';
import { twoMeans } from '../two-means.ts';
import { type EventCount, twoProportions } from '../two-proportions.ts';
import { choiceInput, has, levelInput, numericColumn, reading, textColumn } from './columns.ts';
import {
  type Arms,
  answered,
  armsOf,
  atRows,
  comparisonOf,
  countsOf,
  zeroOrOne,
} from './comparison-input.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const levelOf = (request: StatisticsRequest): number => levelInput(request);

const proportions = reading((request) => {
  const arms = armsOf(request, 'arm');
  const outcome = zeroOrOne(request, 'outcome', arms);
  const counts = countsOf(request, arms);
  const tally = (arm: number): EventCount =>
    arms.treated.reduce(
      ({ n, events }, which, i) => {
        const count = which === arm ? (counts[i] ?? 0) : 0;
        return { n: n + count, events: events + count * (outcome[i] ?? 0) };
      },
      { n: 0, events: 0 },
    );
  return answered(twoProportions(tally(1), tally(0), levelOf(request)));
});

const sampleOf = (values: readonly number[], counts: readonly number[], arms: Arms, arm: number) => {
  const own = [...values.keys()].filter((i) => arms.treated[i] === arm);
  return { values: own.map((i) => values[i] ?? 0), counts: own.map((i) => counts[i] ?? 0) };
};

const means = reading((request) => {
  const arms = armsOf(request, 'arm');
  const outcome = atRows(numericColumn(request, 'outcome'), arms);
  const counts = countsOf(request, arms);
  const sample = (arm: number) => sampleOf(outcome, counts, arms, arm);
  return answered(twoMeans(sample(1), sample(0), levelOf(request)));
});

const compliers = reading((request) => {
  choiceInput(request, 'se', ['HC0'] as const, 'HC0');
  const arms = armsOf(request, 'assigned');
  const data = {
    outcome: atRows(numericColumn(request, 'outcome'), arms),
    assigned: arms.treated,
    received: zeroOrOne(request, 'received', arms),
    counts: countsOf(request, arms),
  };
  return answered(complierEffect(data, levelOf(request)));
});

const adjusted = reading((request) => {
  const covariance = choiceInput(request, 'se', ['HC0', 'HC1', 'HC2'] as const, 'HC2');
  return answered(
    linAdjustedDifference(comparisonOf(request, 'arm'), { level: levelOf(request), covariance }),
  );
});

const withCovariate = reading((request) => {
  const arms = armsOf(request, 'arm');
  const outcome = atRows(numericColumn(request, 'outcome'), arms);
  const covariate = atRows(numericColumn(request, 'covariate'), arms);
  const comparison = { treated: arms.treated, outcome, counts: countsOf(request, arms) };
  return answered(cuped(comparison, covariate, levelOf(request)));
});

const withinStrata = reading((request) => {
  const arms = armsOf(request, 'arm');
  const strata = textColumn(request, 'stratum');
  const answer = stratifiedDifference(
    {
      treated: arms.treated,
      outcome: atRows(numericColumn(request, 'outcome'), arms),
      counts: countsOf(request, arms),
      stratum: arms.rows.map((r) => strata[r] ?? ''),
    },
    'everyone',
  );
  if ('error' in answer) return answer;
  const { difference, treatedKept, controlKept, ...rest } = answer;
  const units = treatedKept + controlKept;
  return {
    estimate: difference,
    ...rest,
    ...symmetricInterval(difference, rest.se, levelOf(request)),
    units,
  };
});

const doublyRobust = reading((request) => {
  choiceInput(request, 'propensity', ['logit'] as const, 'logit');
  choiceInput(request, 'outcomeModel', ['linear-by-arm'] as const, 'linear-by-arm');
  const estimand = choiceInput(request, 'estimand', ['ATE', 'ATT'] as const, 'ATE');
  const arm = has(request, 'arm') ? 'arm' : 'treatment';
  return answered(doublyRobustEffect(comparisonOf(request, arm), { estimand, level: levelOf(request) }));
});

/** Two groups compared: counted or measured outcomes, partial take-up, adjustment. */
export const effectHandlers: Handlers = {
  'effect.twoProportions': proportions,
  'effect.twoMeans': means,
  'effect.cace': compliers,
  'effect.linAdjusted': adjusted,
  'effect.stratified': withinStrata,
  'effect.cuped': withCovariate,
  'effect.aipw': doublyRobust,
};
