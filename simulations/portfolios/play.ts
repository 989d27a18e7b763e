import type { Answer } from '../../src/committee/suggestion/suggestion.ts';
import { halves, type SimulatedService } from './world.ts';

/** What a committee can look at, at the end of a half-year. */
export interface Seen {
  readonly service: SimulatedService;
  readonly half: number;
  /** Size of the service, 1 at the start. */
  readonly scale: number;
  /** Difference measured on everyone followed so far; null without a comparison. */
  readonly measured: { readonly value: number; readonly error: number; readonly users: number } | null;
}

export type Policy = (seen: Seen) => Answer;

export interface Played {
  /** Euros: effects at their value, less what was spent. */
  readonly worth: number;
  /** Half-year after which it was stopped; null: it still runs. */
  readonly stoppedAfter: number | null;
}

const sizes: Readonly<Record<Answer, number>> = {
  accelerate: 1.5,
  continue: 1,
  'cannot-tell': 1,
  'slow-down': 0.5,
  stop: 0,
};
export const largest = 2.25;
export const smallest = 0.25;
/** More money brings in ever fewer users. */
export const usersAt = (scale: number): number => scale ** 0.8;
/** Months of spending to close a service, over six. */
export const closing = 0.5;

/** One service under one way to decide, from the first half-year to the last. */
export function play(service: SimulatedService, policy: Policy): Played {
  const { effects, users, cost, value, baseline, bias, noise, level } = service;
  let [scale, worth, followed, sum] = [1, 0, 0, 0];
  for (let half = 0; half < halves; half++) {
    const served = (users[half] ?? 0) * usersAt(scale);
    const effect = effects[half] ?? 0;
    worth += value * effect * served - cost * scale;
    if (half === halves - 1) break;
    const variance = baseline * (1 - baseline) + (baseline + effect) * (1 - baseline - effect);
    const one = Math.sqrt(Math.max(0.001, variance) / served);
    followed += served;
    sum += served * (effect + (noise[half] ?? 0) * one);
    const measured =
      level === null
        ? null
        : {
            value: sum / followed + (level === 3 ? bias : 0),
            error: Math.sqrt(Math.max(0.001, variance) / followed),
            users: followed,
          };
    const factor = sizes[policy({ service, half, scale, measured })];
    if (factor === 0) return { worth: worth - closing * cost * scale, stoppedAfter: half };
    scale = Math.min(largest, Math.max(smallest, scale * factor));
  }
  return { worth, stoppedAfter: null };
}
