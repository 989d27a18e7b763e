import { eValue } from '../e-value.ts';
import type { Refused } from '../refused.ts';
import { type RosenbaumBounds, rosenbaumBounds } from '../rosenbaum-bounds.ts';
import { rosenbaumStrata } from '../rosenbaum-strata.ts';
import { choiceInput, has, numberInput, numberList, numericColumn, reading, refuse } from './columns.ts';
import { answered } from './comparison-input.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const optional = (request: StatisticsRequest, key: string): number | null =>
  has(request, key) ? numberInput(request, key) : null;

const hiddenCause = reading((request) => {
  const rare = request.inputs.rare ?? false;
  if (typeof rare !== 'boolean') return refuse('invalid-input', "L'entrée « rare » attend vrai ou faux.");
  return answered(
    eValue({
      measure: choiceInput(request, 'measure', ['RR', 'OR', 'HR'] as const, 'RR'),
      estimate: numberInput(request, 'estimate'),
      lower: optional(request, 'lower'),
      upper: optional(request, 'upper'),
      rare,
    }),
  );
});

const matchedPairs = reading((request) => {
  const gammas = gammasOf(request);
  return byGamma(
    rosenbaumBounds({
      discordantPairs: numberInput(request, 'discordantPairs'),
      treatedOnly: numberInput(request, 'treatedOnly'),
      gammas,
    }),
    gammas,
  );
});

const matchedGroups = reading((request) => {
  const gammas = gammasOf(request);
  const [treated, others, events, treatedEvents] = (
    ['treated', 'others', 'events', 'treatedEvents'] as const
  ).map((name) => numericColumn(request, name));
  const groups = (treated ?? []).map((n, i) => ({
    treated: n,
    others: others?.[i] ?? 0,
    events: events?.[i] ?? 0,
    treatedEvents: treatedEvents?.[i] ?? 0,
  }));
  return byGamma(rosenbaumStrata(groups, gammas), gammas);
});

const gammasOf = (request: StatisticsRequest) => numberList(request, 'gammas', [1, 1.5, 2, 3]);

const byGamma = (answer: RosenbaumBounds | Refused, gammas: readonly number[]) =>
  'error' in answer
    ? answer
    : {
        ...answer,
        bounds: Object.fromEntries(gammas.map((gamma, i) => [String(gamma), answer.bounds[i]])),
      };

/** What a hidden cause would have to be to undo a conclusion. */
export const sensitivityHandlers: Handlers = {
  'sensitivity.evalue': hiddenCause,
  'sensitivity.rosenbaumBinary': matchedPairs,
  'sensitivity.rosenbaumStrata': matchedGroups,
};
