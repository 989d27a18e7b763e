import { adjustRisk, adjustRiskDifference, type LinkageRates, type LinkedCount } from '../linkage-error.ts';
import { isRefused } from '../refused.ts';
import { has, levelInput, numberInput, reading } from './columns.ts';
import { within } from './objects.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const countOf = (request: StatisticsRequest): LinkedCount => ({
  events: numberInput(request, 'events'),
  n: numberInput(request, 'n'),
});

const ratesOf = (request: StatisticsRequest): LinkageRates => ({
  missed: numberInput(request, 'missedMatchRate'),
  false: numberInput(request, 'falseMatchRate'),
  missedSe: numberInput(request, 'missedMatchSe', 0),
  falseSe: numberInput(request, 'falseMatchSe', 0),
});

const risk = reading((request) => {
  const adjusted = adjustRisk(countOf(request), ratesOf(request), levelInput(request));
  return isRefused(adjusted) ? adjusted : { ...adjusted };
});

/** Rates given at the top hold for both arms; given inside `treated` and `control`, each arm has its own. */
const difference = reading((request) => {
  const [treated, control] = [within(request, 'treated'), within(request, 'control')];
  const perArm = [treated, control].every((arm) => has(arm, 'missedMatchRate') || has(arm, 'falseMatchRate'));
  const adjusted = adjustRiskDifference(
    countOf(treated),
    countOf(control),
    perArm ? { treated: ratesOf(treated), control: ratesOf(control) } : ratesOf(request),
    levelInput(request),
  );
  return isRefused(adjusted) ? adjusted : { ...adjusted };
});

/** Risks read through imperfect matching. */
export const linkage: Handlers = {
  'linkage.adjustRisk': risk,
  'linkage.adjustRiskDifference': difference,
};
