import { refused } from '../refused.ts';
import { decision } from './decision.ts';
import { effectHandlers } from './effect.ts';
import { linkage } from './linkage.ts';
import { matchingHandlers } from './matching.ts';
import { nowcast } from './nowcast.ts';
import { planning } from './planning.ts';
import type { Handlers, StatisticsRequest, StatisticsResult } from './request.ts';
import { sensitivityHandlers } from './sensitivity.ts';
import { sequentialHandlers } from './sequential.ts';
import { survey } from './survey.ts';
import { survival } from './survival.ts';
import { territories } from './territories.ts';
import { weightingHandlers } from './weighting.ts';

const statistics: Handlers = {
  ...survival,
  ...nowcast,
  ...effectHandlers,
  ...sequentialHandlers,
  ...matchingHandlers,
  ...weightingHandlers,
  ...sensitivityHandlers,
  ...territories,
  ...survey,
  ...planning,
  ...decision,
  ...linkage,
};

/** Full names of the methods that can be answered, sorted; `others` are families kept in other folders. */
export const methods = (others: Handlers = {}): readonly string[] =>
  Object.keys({ ...statistics, ...others }).sort();

/**
 * Answers one statistical request. Figures that cannot be given are null; what cannot be answered is a
 * refusal with a code and a French sentence. Nothing is read but the request. `others` are families kept in other
 * folders (disclosure control).
 */
export function answer(request: StatisticsRequest, others: Handlers = {}): StatisticsResult {
  const handlers: Handlers = { ...statistics, ...others };
  const handler = Object.hasOwn(handlers, request.method) ? handlers[request.method] : undefined;
  if (handler !== undefined) return handler(request);
  const sentence = `La méthode « ${request.method} » n'existe pas ; « foulee stats --list » donne celles qui existent.`;
  return { ...refused('unknown-method', sentence), methods: methods(others) };
}
