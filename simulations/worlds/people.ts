import { covariateMatrix } from '../../src/statistics/covariates.ts';
import type { Person } from '../register-world.ts';

/** Three yes-or-no covariates make eight cells; each is yes for half of the people. */
const cells = Array.from({ length: 8 }, (_, cell) => [cell & 1, (cell >> 1) & 1, (cell >> 2) & 1] as const);

export const covariates = covariateMatrix(
  [0, 1, 2].map((k) => ({ name: `x${k + 1}`, values: cells.map((cell) => cell[k] as number) })),
);

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Those with x1 and x2 use the service more, and find more by themselves: a naive comparison flatters the service. */
const propensity = (cell: number): number => {
  const [x1, x2, x3] = cells[cell] as (typeof cells)[number];
  return logistic(-0.8 + 0.9 * x1 + 0.6 * x2 - 0.3 * x3);
};

export const without = (cell: number): number => {
  const [x1, x2, x3] = cells[cell] as (typeof cells)[number];
  return 0.12 + 0.1 * x1 + 0.08 * x2 + 0.03 * x3;
};

const effect = (cell: number): number => 0.06 + 0.06 * (cell & 1);

const mean = (value: (cell: number) => number, weight: (cell: number) => number): number => {
  const all = cells.map((_, cell) => cell);
  const total = all.reduce((sum, cell) => sum + weight(cell), 0);
  return all.reduce((sum, cell) => sum + value(cell) * weight(cell), 0) / total;
};
const anybody = () => 1;

/** True risks with and without the service, of everybody (`ate`) and of its users (`att`). */
export const truth = {
  ate: { without: mean(without, anybody), effect: mean(effect, anybody) },
  att: { without: mean(without, propensity), effect: mean(effect, propensity) },
} as const;

export const ratioOf = ({ without: base, effect: added }: { without: number; effect: number }): number =>
  (base + added) / base;

/** Somebody who uses the service by choice. */
export const chooser = (random: () => number): Person => {
  const cell = Math.floor(8 * random());
  const treated = random() < propensity(cell) ? 1 : 0;
  return { cell, treated, risk: without(cell) + treated * effect(cell) };
};

/** Somebody drawn to be offered the service; six in ten take the offer, nobody else has it. */
export const drawn = (random: () => number): Person => {
  const cell = Math.floor(8 * random());
  const treated = random() < 0.5 ? 1 : 0;
  const received = treated === 1 && random() < 0.6 ? 1 : 0;
  return { cell, treated, received, risk: without(cell) + received * effect(cell) };
};
