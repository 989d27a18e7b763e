import { deferredSize } from '../deferred-size.ts';
import { type FigurePlan, firstHonestFigure } from '../first-honest-figure.ts';
import { isRefused } from '../refused.ts';
import { survivalSize } from '../survival-size.ts';
import { detectableRisk, powerOf, sizePerArm } from '../two-proportions-size.ts';
import {
  choiceInput,
  has,
  levelInput,
  numberInput,
  proportionInput,
  reading,
  refuse,
  textInput,
} from './columns.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const alphaOf = (request: StatisticsRequest): number => proportionInput(request, 'alpha', 0.05);
const powerWanted = (request: StatisticsRequest): number => proportionInput(request, 'power', 0.8);

/** A number that is at least 0, or above 0. */
function amount(request: StatisticsRequest, key: string, least: 'zero' | 'above', fallback?: number): number {
  const value = numberInput(request, key, fallback);
  if (least === 'above' ? value > 0 : value >= 0) return value;
  const isTime = ['accrual', 'followUp', 'horizon', 'delay', 'wait'].includes(key);
  return refuse(
    isTime ? 'invalid-time' : 'invalid-input',
    `L'entrée « ${key} » doit être ${least === 'above' ? 'supérieure à 0' : 'au moins égale à 0'}.`,
  );
}

/** Two risks between 0 and 1 that differ, else nothing can tell them apart. */
function twoRisks(request: StatisticsRequest, first: string, second: string): readonly [number, number] {
  const risks = [numberInput(request, first), numberInput(request, second)] as const;
  if (risks.some((risk) => !(risk >= 0 && risk <= 1)))
    return refuse('invalid-input', 'Une proportion doit être comprise entre 0 et 1.');
  if (risks[0] === risks[1])
    return refuse(
      'not-identified',
      'Non identifiable : les deux proportions sont égales, aucun effectif ne peut montrer un écart nul.',
    );
  return risks;
}

const size = reading((request) => {
  const [p1, p2] = twoRisks(request, 'p1', 'p2');
  const nPerArm = sizePerArm(p1, p2, powerWanted(request), alphaOf(request));
  return { nPerArm, total: 2 * nPerArm };
});

const power = reading((request) => {
  const [p1, p2] = twoRisks(request, 'p1', 'p2');
  return { power: powerOf(amount(request, 'nPerArm', 'above'), p1, p2, alphaOf(request)) };
});

const detectable = reading((request) => {
  const p1 = proportionInput(request, 'p1');
  const n = amount(request, 'nPerArm', 'above');
  const [wanted, alpha] = [powerWanted(request), alphaOf(request)];
  if (wanted <= alpha / 2)
    return refuse('invalid-input', "La puissance demandée est inférieure au risque d'erreur accepté.");
  const p2 = detectableRisk(n, p1, wanted, alpha, 'above');
  const p2Below = detectableRisk(n, p1, wanted, alpha, 'below');
  return {
    p2,
    p2Below,
    difference: p2 === null ? null : p2 - p1,
    sentence:
      p2 === null
        ? "Avec si peu de personnes, aucune hausse ne pourrait être vue, même si tout le monde avait l'effet."
        : null,
  };
});

const survivalTimes = reading((request) => {
  const hazardRatio = amount(request, 'hazardRatio', 'above');
  if (hazardRatio === 1)
    return refuse('not-identified', "Non identifiable : un rapport de risques de 1 est une absence d'effet.");
  return {
    ...survivalSize({
      hazardRatio,
      power: powerWanted(request),
      alpha: alphaOf(request),
      controlHazard: amount(request, 'controlHazard', 'above'),
      dropoutHazard: amount(request, 'dropoutHazard', 'zero', 0),
      accrual: amount(request, 'accrual', 'zero'),
      followUp: followUpAfter(request),
      allocationRatio: amount(request, 'allocationRatio', 'above', 1),
    }),
  };
});

function followUpAfter(request: StatisticsRequest): number {
  const followUp = amount(request, 'followUp', 'zero');
  if (followUp === 0 && numberInput(request, 'accrual') === 0)
    return refuse('invalid-time', 'Sans recrutement étalé ni suivi, aucun effet ne peut être observé.');
  return followUp;
}

const deferred = reading((request) => {
  const [riskControl, riskTreated] = twoRisks(request, 'riskControl', 'riskTreated');
  if ([riskControl, riskTreated].some((risk) => risk === 0 || risk === 1))
    return refuse('invalid-input', 'Les deux proportions doivent être strictement comprises entre 0 et 1.');
  const needed = deferredSize({
    riskControl,
    riskTreated,
    horizon: amount(request, 'horizon', 'above'),
    power: powerWanted(request),
    alpha: alphaOf(request),
    reading: {
      accrual: amount(request, 'accrual', 'zero'),
      wait: amount(request, 'wait', 'zero'),
      delay: amount(request, 'delay', 'zero', 0),
      dropoutHazard: amount(request, 'dropoutHazard', 'zero', 0),
    },
  });
  return isRefused(needed) ? needed : { ...needed };
});

const firstFigure = reading((request) => {
  const kind = choiceInput(request, 'goal', ['precision', 'comparison'] as const, 'precision');
  const risk = proportionInput(request, 'risk');
  const goal: FigurePlan['goal'] =
    kind === 'precision'
      ? {
          kind,
          halfWidth: amount(request, 'halfWidth', 'above'),
          level: levelInput(request),
        }
      : {
          kind,
          riskTreated: proportionInput(request, 'riskTreated'),
          power: powerWanted(request),
          alpha: alphaOf(request),
        };
  if (goal.kind === 'comparison' && goal.riskTreated === risk)
    return refuse('not-identified', 'Non identifiable : les deux proportions sont égales.');
  const figure = firstHonestFigure({
    start: textInput(request, 'start'),
    entriesPerDay: amount(request, 'entriesPerDay', 'zero'),
    lastEntry: has(request, 'lastEntry') ? textInput(request, 'lastEntry') : null,
    horizon: amount(request, 'horizon', 'above'),
    delay: amount(request, 'delay', 'zero', 0),
    dropoutHazard: amount(request, 'dropoutHazard', 'zero', 0),
    risk,
    minimum: amount(request, 'minimum', 'zero', 11),
    goal,
  });
  return isRefused(figure) ? figure : { ...figure };
});

/** Before starting: how many people, what could be seen, when. */
export const planning: Handlers = {
  'plan.twoProportions': size,
  'plan.twoProportionsPower': power,
  'plan.mde': detectable,
  'plan.survival': survivalTimes,
  'plan.deferred': deferred,
  'plan.firstFigure': firstFigure,
};
