import type { Refused } from '../refused.ts';

export type Cell = string | number | null;
export type Table = readonly Readonly<Record<string, Cell>>[];

/** One question put to `foulee stats`: a method, its inputs, and the rows `inputs.data` names. */
export interface StatisticsRequest {
  readonly method: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly tables: Readonly<Record<string, Table>>;
}

export type StatisticsResult = Readonly<Record<string, unknown>> | Refused;

/** Answers one method. Undefined figures are `null`; a refusal is returned, not thrown. */
export type Handler = (request: StatisticsRequest) => StatisticsResult;

/** A family of methods, by their full names (`survival.km`). */
export type Handlers = Readonly<Record<string, Handler>>;
