import { balanceThreshold, covariateBalance, worstBalance } from '../balance.ts';
import { covariateMatrix } from '../covariates.ts';
import { exactMatching } from '../exact-matching.ts';
import { nearestWithoutReplacement } from '../greedy-matching.ts';
import type { Caliper } from '../matching-space.ts';
import { nearestWithReplacement } from '../nearest-matching.ts';
import { overlapOf, propensityModel } from '../propensity.ts';
import {
  choiceInput,
  has,
  levelInput,
  namedTexts,
  numberInput,
  numericColumn,
  reading,
  refuse,
  textList,
} from './columns.ts';
import { answered, armsOf, atRows, comparisonOf, countsOf, covariateColumns } from './comparison-input.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const propensity = reading((request) => {
  choiceInput(request, 'model', ['logit'] as const, 'logit');
  const arms = armsOf(request, 'treatment');
  const { treated } = arms;
  const counts = countsOf(request, arms);
  const covariates = covariateMatrix(covariateColumns(request, 'covariates', arms));
  const model = propensityModel({ treated, counts, covariates });
  if ('error' in model) return model;
  const { names, aliased } = model.design;
  const fitted = names.map((name, j) => [name, model.coefficients[j]] as const);
  return {
    coefficients: Object.fromEntries([...fitted, ...aliased.map((name) => [name, null] as const)]),
    firstScores: [...model.probabilities.slice(0, 5)],
    overlap: overlapOf(model.probabilities, treated, counts),
  };
});

const exact = reading((request) => {
  const arms = armsOf(request, 'treatment');
  const columns = textList(request, 'on').map((name) => namedTexts(request, name));
  return answered(
    exactMatching(
      {
        treated: arms.treated,
        outcome: atRows(numericColumn(request, 'outcome'), arms),
        counts: countsOf(request, arms),
        stratum: arms.rows.map((r) => JSON.stringify(columns.map((values) => values[r]))),
      },
      levelInput(request),
    ),
  );
});

function caliperOf(request: StatisticsRequest, distance: 'propensity' | 'mahalanobis'): Caliper | null {
  if (!has(request, 'caliperSd')) return null;
  const sd = numberInput(request, 'caliperSd');
  if (!(sd > 0)) return refuse('invalid-input', "L'entrée « caliperSd » doit être positive.");
  const usual = distance === 'propensity' ? 'score' : 'each-covariate';
  return { sd, on: choiceInput(request, 'caliperOn', ['score', 'each-covariate'] as const, usual) };
}

function flag(request: StatisticsRequest, key: string, fallback: boolean): boolean {
  const value = request.inputs[key] ?? fallback;
  return typeof value === 'boolean'
    ? value
    : refuse('invalid-input', `L'entrée « ${key} » attend vrai ou faux.`);
}

const nearest = reading((request) => {
  const named = choiceInput(
    request,
    'distance',
    ['propensity-logit-model', 'mahalanobis'] as const,
    'propensity-logit-model',
  );
  const distance = named === 'mahalanobis' ? 'mahalanobis' : 'propensity';
  const ratio = numberInput(request, 'ratio', 1);
  if (!(Number.isInteger(ratio) && ratio >= 1))
    refuse('invalid-input', "L'entrée « ratio » attend un entier positif.");
  choiceInput(request, 'estimand', ['ATT'] as const, 'ATT');
  const options = {
    distance,
    ratio,
    caliper: caliperOf(request, distance),
    level: levelInput(request),
  } as const;
  const comparison = comparisonOf(request, 'treatment');
  const replace = flag(request, 'replace', false);
  const ties = choiceInput(request, 'ties', ['average', 'first'] as const, replace ? 'average' : 'first');
  if ((ties === 'average') !== replace) {
    return refuse(
      'invalid-input',
      'Les ex aequo sont moyennés avec remise, pris dans l’ordre des données sans remise.',
    );
  }
  const usual = distance === 'mahalanobis' ? 'data' : 'largest-score-first';
  const order = choiceInput(
    request,
    'order',
    ['largest-score-first', 'smallest-score-first', 'data'] as const,
    usual,
  );
  const effect = replace
    ? nearestWithReplacement(comparison, options)
    : nearestWithoutReplacement(comparison, { ...options, order });
  if ('error' in effect) return effect;
  const { weights: _, paired: __, ...figures } = effect;
  return { ...figures, pairs: effect.matchedTreated, dropped: effect.droppedTreated };
});

const balance = reading((request) => {
  const arms = armsOf(request, 'treatment');
  const denominator = choiceInput(
    request,
    'denominator',
    ['treated', 'control', 'pooled', 'all'] as const,
    'pooled',
  );
  const covariates = covariateMatrix(covariateColumns(request, 'covariates', arms), 'all');
  const weights = has(request, 'weights') ? atRows(numericColumn(request, 'weights'), arms) : null;
  if (weights?.some((weight) => weight < 0)) refuse('invalid-input', 'Un poids ne peut pas être négatif.');
  const weightOf = (arm: number) =>
    (weights ?? [1]).some((w, i) => w > 0 && (weights === null || arms.treated[i] === arm));
  if (!weightOf(0) || !weightOf(1)) refuse('empty-group', "Les poids d'un groupe sont tous nuls.");
  const byCovariate = covariateBalance({
    treated: arms.treated,
    counts: countsOf(request, arms),
    covariates,
    denominator,
    ...(weights === null ? {} : { weights }),
  });
  return { covariates: byCovariate, worst: worstBalance(byCovariate), threshold: balanceThreshold };
});

/** Units compared with units like them, and how alike groups are. */
export const matchingHandlers: Handlers = {
  'match.propensity': propensity,
  'match.exact': exact,
  'match.nearest': nearest,
  'balance.smd': balance,
};
