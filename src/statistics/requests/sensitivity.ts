import { eValue } from '../e-value.ts';
import { rosenbaumBounds } from '../rosenbaum-bounds.ts';
import { choiceInput, has, numberInput, numberList, reading, refuse } from './columns.ts';
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
  const gammas = numberList(request, 'gammas', [1, 1.5, 2, 3]);
  const answer = rosenbaumBounds({
    discordantPairs: numberInput(request, 'discordantPairs'),
    treatedOnly: numberInput(request, 'treatedOnly'),
    gammas,
  });
  if ('error' in answer) return answer;
  return {
    ...answer,
    bounds: Object.fromEntries(gammas.map((gamma, i) => [String(gamma), answer.bounds[i]])),
  };
});

/** What a hidden cause would have to be to undo a conclusion. */
export const sensitivityHandlers: Handlers = {
  'sensitivity.evalue': hiddenCause,
  'sensitivity.rosenbaumBinary': matchedPairs,
};
