import { type Cutoffs, needed } from '../../src/committee/suggestion/answer.ts';
import { judge } from '../../src/committee/suggestion/judge.ts';
import type { SuggestionInput } from '../../src/committee/suggestion/suggestion.ts';
import { closing, largest, type Policy, type Seen, smallest, usersAt } from './play.ts';
import { halves } from './world.ts';

export const alwaysContinue: Policy = () => 'continue';

export const alwaysAccelerate: Policy = () => 'accelerate';

/** The rule followed to the letter; where it cannot tell, the service goes on as it is. */
export const followRule =
  (cutoffs: Cutoffs = needed): Policy =>
  (seen) => {
    const found = judge(inputOf(seen), cutoffs);
    return found.kind === 'judged' ? found.answer : 'cannot-tell';
  };

/** More for what grows, less for what shrinks. */
export const onUsage: Policy = ({ service, half }) => {
  const growth = service.growth[half] ?? 0;
  if (growth > 0.06) return 'accelerate';
  if (growth < -0.12) return 'stop';
  return growth < -0.06 ? 'slow-down' : 'continue';
};

/** The measured difference as if it were exact: above the threshold one accelerates, below one stops. */
export const onFigureAlone: Policy = ({ service, measured }) => {
  if (measured === null) return 'continue';
  return measured.value >= service.threshold ? 'accelerate' : 'stop';
};

/** Knows the true effect and the users to come; the best of growing, holding, shrinking and stopping, half after half. */
export const knowingAll: Policy = (seen) => {
  const sizes = [
    ['accelerate', Math.min(largest, seen.scale * 1.5)],
    ['continue', seen.scale],
    ['slow-down', Math.max(smallest, seen.scale * 0.5)],
  ] as const;
  const worths = sizes.map(([answer, scale]) => ({ answer, worth: worthToCome(seen, scale) }));
  const best = worths.reduce((one, other) => (other.worth > one.worth ? other : one));
  return best.worth < -closing * seen.service.cost * seen.scale ? 'stop' : best.answer;
};

function worthToCome({ service, half }: Seen, scale: number): number {
  let worth = 0;
  for (let later = half + 1; later < halves; later++)
    worth +=
      service.value * (service.effects[later] ?? 0) * (service.users[later] ?? 0) * usersAt(scale) -
      service.cost * scale;
  return worth;
}

const day = '2026-11-28';

function inputOf({ service, half, scale, measured }: Seen): SuggestionInput {
  const { level, baseline, threshold, isPriced, value, cost, users } = service;
  return {
    today: day,
    figure:
      measured === null
        ? { kind: 'nothing', reason: 'no-comparison', sentence: null, nextFigure: null }
        : {
            kind: 'effect',
            unit: 'share',
            label: null,
            value: measured.value,
            standardError: measured.error,
            withoutService: baseline,
            horizon: 180,
            measuredOn: day,
            users: measured.users,
            pending: null,
          },
    level: level ?? 2,
    failedChecks: [],
    threshold,
    valuePerOutcome: isPriced ? value : null,
    costPerYear: isPriced ? 2 * cost * scale : null,
    usersPerYear: 2 * (users[half] ?? 0) * usersAt(scale),
  };
}
