import { seededRandom } from '../../src/statistics/seeded-random.ts';
import { type Played, type Policy, play } from './play.ts';
import { alwaysContinue } from './policies.ts';
import { drawService, halves, type PortfolioWorld, type SimulatedService } from './world.ts';

/** One way to decide in one world, against always going on. */
export interface Compared {
  readonly policy: string;
  /** Millions of euros more than always going on, portfolio by portfolio. */
  readonly gains: Float64Array;
  /** Share of the services worth going on with that were stopped, and of the others that were. */
  readonly goodStopped: number;
  readonly badStopped: number;
}

export interface Portfolios {
  readonly portfolios: number;
  readonly services: number;
  readonly seed: number;
}

/** The same portfolios for every way to decide: what differs between them is only what they decide. */
export function comparePolicies(
  world: PortfolioWorld,
  policies: Readonly<Record<string, Policy>>,
  { portfolios, services, seed }: Portfolios,
): readonly Compared[] {
  const random = seededRandom(seed);
  const names = Object.keys(policies);
  const gains = names.map(() => new Float64Array(portfolios));
  const stopped = names.map(() => ({ good: 0, bad: 0 }));
  let good = 0;
  for (let p = 0; p < portfolios; p++) {
    for (let s = 0; s < services; s++) {
      const service = drawService(world, random);
      const usual = play(service, alwaysContinue).worth;
      const isGood = worthGoingOn(service);
      if (isGood) good++;
      names.forEach((name, i) => {
        const policy = policies[name] as Policy;
        const played: Played = play(service, policy);
        const own = gains[i] as Float64Array;
        own[p] = (own[p] ?? 0) + (played.worth - usual) / 1e6;
        const count = stopped[i];
        if (played.stoppedAfter !== null && count !== undefined) count[isGood ? 'good' : 'bad']++;
      });
    }
  }
  const total = portfolios * services;
  return names.map((policy, i) => ({
    policy,
    gains: gains[i] as Float64Array,
    goodStopped: (stopped[i]?.good ?? 0) / Math.max(1, good),
    badStopped: (stopped[i]?.bad ?? 0) / Math.max(1, total - good),
  }));
}

/** Mean over portfolios and its Monte Carlo standard error; of the difference with `other` when there is one. */
export function meanGain(
  gains: Float64Array,
  other?: Float64Array,
): { readonly mean: number; readonly error: number } {
  const values = gains.map((gain, p) => gain - (other?.[p] ?? 0));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/** Whether its effects over the years are worth what it costs, at its first size. */
function worthGoingOn({ effects, users, value, cost }: SimulatedService): boolean {
  const effect = effects.reduce((sum, own, half) => sum + own * (users[half] ?? 0), 0);
  return value * effect > cost * halves;
}
