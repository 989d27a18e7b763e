import { normalDraw } from '../../src/statistics/seeded-random.ts';

/** A kind of portfolio: what its services are truly worth, and how much of it can be seen. */
export interface PortfolioWorld {
  readonly name: string;
  /** In French, what differs: for the reader of the table. */
  readonly said: string;
  /** Shares of services drawn at random and compared with people made alike; the others compare nothing. */
  readonly drawn: number;
  readonly adjusted: number;
  /** Users of half a year: median over services. */
  readonly users: number;
  /** True effects, as a share of the level without the service: mean and spread of those that do something. */
  readonly effect: { readonly mean: number; readonly sd: number };
  /** Correlation of usage's growth with the effect. */
  readonly usageFollowsEffect: number;
  /** Hidden bias of adjusted comparisons, as a share of the level without the service. */
  readonly bias: { readonly mean: number; readonly sd: number };
  /** Part of the full effect reached in each half-year. */
  readonly course: (half: number) => number;
  /** Threshold set by the sponsor, over the effect that pays for the service: median. */
  readonly threshold: number;
  /** Share of services whose cost and value are entered. */
  readonly priced: number;
}

/** Of one service, all that is true of it; the noise is drawn once, so that every way to decide meets the same. */
export interface SimulatedService {
  readonly level: 5 | 3 | null;
  readonly baseline: number;
  /** True effect of each half-year, in proportion. */
  readonly effects: readonly number[];
  readonly bias: number;
  /** Users of each half-year if nothing is decided. */
  readonly users: readonly number[];
  /** How much usage grew over each half-year, as the team sees it. */
  readonly growth: readonly number[];
  /** Euros a half-year, and for one more outcome. */
  readonly cost: number;
  readonly value: number;
  readonly threshold: number;
  readonly isPriced: boolean;
  /** Sampling error of each half-year, in standard errors. */
  readonly noise: readonly number[];
}

/** Half-years simulated: a committee between each and the next. */
export const halves = 10;

/** A third of services do nothing; one in seven among the others takes the wrong way about. */
const idle = 1 / 3;

export function drawService(world: PortfolioWorld, random: () => number): SimulatedService {
  const normal = () => normalDraw(random);
  const design = random();
  const baseline = Math.min(0.7, 0.15 * Math.exp(0.6 * normal()));
  const spread = normal();
  const relative = random() < idle ? 0.01 * spread : world.effect.mean + world.effect.sd * spread;
  const effect = Math.min(relative * baseline, 0.9 - baseline);
  const start = world.users * Math.exp(normal());
  const value = 1_500 * Math.exp(0.5 * normal());
  // What a use costs, so that about half of the services of the base world are worth it.
  const paying = 0.05 * baseline * Math.exp(0.5 * normal());
  const link = world.usageFollowsEffect;
  const attraction = link * spread + Math.sqrt(1 - link ** 2) * normal();
  const growth = Array.from({ length: halves }, () => 0.05 * attraction + 0.05 * normal());
  return {
    level: design < world.drawn ? 5 : design < world.drawn + world.adjusted ? 3 : null,
    baseline,
    effects: Array.from({ length: halves }, (_, half) => effect * world.course(half)),
    bias: baseline * (world.bias.mean + world.bias.sd * normal()),
    users: usersOver(start, growth),
    growth,
    cost: value * paying * start,
    value,
    threshold: world.threshold * paying * Math.exp(0.3 * normal()),
    isPriced: random() < world.priced,
    noise: Array.from({ length: halves }, normal),
  };
}

function usersOver(start: number, growth: readonly number[]): number[] {
  let now = start;
  return growth.map((rate) => {
    const during = now;
    now = Math.min(3 * start, Math.max(0.3 * start, now * (1 + rate)));
    return during;
  });
}
