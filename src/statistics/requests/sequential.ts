import { meanConfidenceSequence, sequenceRho } from '../confidence-sequence.ts';
import { mixtureRho, normalMixtureBound } from '../normal-mixture.ts';
import { has, numberInput, numberList, numericColumn, proportionInput, reading, refuse } from './columns.ts';
import type { Handlers, StatisticsRequest } from './request.ts';

const positive = (request: StatisticsRequest, key: string): number => {
  const value = numberInput(request, key);
  return value > 0 ? value : refuse('invalid-input', `L'entrée « ${key} » doit être positive.`);
};

const asymptotic = reading((request) => {
  const values = numericColumn(request, 'value');
  const order = has(request, 'order') ? numericColumn(request, 'order') : values.map((_, i) => i);
  const sorted = [...values.keys()]
    .sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))
    .map((r) => values[r] ?? 0);
  const alpha = proportionInput(request, 'alpha', 0.05);
  const rho = has(request, 'rho') ? positive(request, 'rho') : sequenceRho(positive(request, 'nOpt'), alpha);
  const at = numberList(request, 'at', [values.length]);
  const bad = at.find((n) => !(Number.isInteger(n) && n >= 1));
  if (bad !== undefined) refuse('invalid-input', `L'entrée « at » attend des rangs entiers, pas ${bad}.`);
  const points = meanConfidenceSequence(sorted, { alpha, rho, at });
  return { rho, at: Object.fromEntries(at.map((n, i) => [String(n), points[i]])) };
});

const mixture = reading((request) => {
  const variances = numberList(request, 'v');
  if (variances.some((v) => v < 0)) refuse('invalid-input', 'Une variance ne peut pas être négative.');
  const alpha = proportionInput(request, 'alpha', 0.05);
  const oneSided = request.inputs.oneSided ?? false;
  if (typeof oneSided !== 'boolean')
    return refuse('invalid-input', "L'entrée « oneSided » attend vrai ou faux.");
  const alphaOpt = proportionInput(request, 'alphaOpt', alpha);
  if (oneSided && !(alphaOpt < 0.5 && alpha < 0.5)) {
    return refuse('invalid-input', 'Une borne d’un seul côté demande un risque inférieur à 0,5.');
  }
  const rho = mixtureRho(positive(request, 'vOpt'), alphaOpt, oneSided);
  return { rho, bound: variances.map((v) => normalMixtureBound(v, { alpha, rho, oneSided })) };
});

/** Intervals and boundaries that hold at every look at once. */
export const sequentialHandlers: Handlers = {
  'sequential.asymptoticCs': asymptotic,
  'sequential.normalMixtureBound': mixture,
};
