import { refuse } from './columns.ts';
import type { StatisticsRequest } from './request.ts';

type Inputs = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Inputs =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An input that is itself a group of inputs: `treated: {events, n}`. */
export function objectInput(request: StatisticsRequest, key: string): Inputs {
  const value = request.inputs[key];
  return isObject(value) ? value : refuse('invalid-input', `L'entrée « ${key} » attend un objet.`);
}

/** One or several of them; a lone one is a list of one. */
export function objectListInput(request: StatisticsRequest, key: string): readonly Inputs[] {
  const value = request.inputs[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every(isObject)
    ? list
    : refuse('invalid-input', `L'entrée « ${key} » attend une liste d'objets.`);
}

/** The same request with a group of inputs as its inputs, to read them with the functions of `columns.ts`. */
export const within = (request: StatisticsRequest, key: string): StatisticsRequest => ({
  ...request,
  inputs: objectInput(request, key),
});
