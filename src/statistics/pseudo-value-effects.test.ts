import { describe, expect, test } from 'vitest';
import { covariateMatrix } from './covariates.ts';
import { doublyRobustEffect } from './doubly-robust.ts';
import { doublyRobustFollowUpEffect } from './doubly-robust-follow-up.ts';
import { exactMatching } from './exact-matching.ts';
import { type MatchingChoice, matchedFollowUpEffect } from './matched-follow-up.ts';
import { cupedFollowUpEffects, linFollowUpEffects } from './precise-follow-up.ts';
import { pseudoOutcomes } from './pseudo-values.ts';
import { randomisedFollowUpEffects } from './randomised-follow-up.ts';
import { isRefused } from './refused.ts';
import { seededRandom } from './seeded-random.ts';
import { type CellFollowUp, gather } from './weighted-follow-up.ts';
import { weightedIncidence } from './weighted-incidence.ts';

/** Nine cells of two covariates; both move use and, in a straight line, the chance by day 10. Use adds 8 points. */
const cells = Array.from({ length: 9 }, (_, i) => [i % 3, Math.floor(i / 3)] as const);
const covariates = covariateMatrix([
  { name: 'a', values: cells.map(([a]) => `=${a}`) },
  { name: 'b', values: cells.map(([, b]) => `=${b}`) },
]);
const effect = 0.08;

function people(
  random: () => number,
  size: number,
  { censored = true, drawn = false, spread = 1 } = {},
): CellFollowUp[] {
  const counted = new Map<string, CellFollowUp>();
  for (let i = 0; i < size; i++) {
    const cell = Math.floor(9 * random());
    const [a, b] = cells[cell] ?? [0, 0];
    const likely = drawn ? 0.5 : 1 / (1 + Math.exp(0.3 - 0.6 * (a - 1) - 0.4 * (b - 1)));
    const treated = random() < likely ? 1 : 0;
    const byTen = 0.3 + spread * (0.07 * (a - 1) + 0.05 * (b - 1)) + effect * treated;
    const event = Math.ceil((10 * Math.log(1 - random())) / Math.log(1 - byTen));
    const followUp = censored ? 1 + Math.floor(25 * random()) : 30;
    const time = Math.min(event, followUp);
    const status = event <= followUp ? 1 : 0;
    const key = `${cell}/${treated}/${time}/${status}`;
    counted.set(key, { cell, treated, time, status, n: (counted.get(key)?.n ?? 0) + 1 });
  }
  return [...counted.values()];
}

const reading = { horizons: [10], level: 0.95 };
const nearest = (replacement: boolean, caliper: number | null): MatchingChoice => ({
  kind: 'nearest',
  replacement,
  caliper,
});

const ways = {
  'doubly robust, everybody': (rows: readonly CellFollowUp[]) =>
    doublyRobustFollowUpEffect(rows, covariates, { ...reading, estimand: 'ATE' }),
  'doubly robust, users': (rows: readonly CellFollowUp[]) =>
    doublyRobustFollowUpEffect(rows, covariates, { ...reading, estimand: 'ATT' }),
  exact: (rows: readonly CellFollowUp[]) =>
    matchedFollowUpEffect(rows, covariates, { ...reading, choice: { kind: 'exact' } }),
  'nearest with replacement': (rows: readonly CellFollowUp[]) =>
    matchedFollowUpEffect(rows, covariates, { ...reading, choice: nearest(true, null) }),
  'nearest without replacement': (rows: readonly CellFollowUp[]) =>
    matchedFollowUpEffect(rows, covariates, { ...reading, choice: nearest(false, 0.2) }),
};
const names = Object.keys(ways) as (keyof typeof ways)[];

function figures(name: keyof typeof ways, rows: readonly CellFollowUp[]) {
  const found = ways[name](rows);
  if (isRefused(found)) throw new Error(found.sentence);
  return found.effects.map((one) => {
    if (one.kind !== 'estimate') throw new Error(one.sentence);
    return one;
  });
}

describe('pseudo-values', () => {
  test('are the outcomes themselves when nobody is censored, and always average to the incidence', () => {
    const whole = people(seededRandom(3), 400, { censored: false });
    const one = pseudoOutcomes(whole, { counts: whole.map(({ n }) => n) }, [...whole.keys()], 10);
    whole.forEach(({ time, status }, i) => {
      expect(one.outcome[i]).toBeCloseTo(status === 1 && time <= 10 ? 1 : 0, 12);
    });
    const rows = people(seededRandom(4), 400);
    const { groups, groupOf } = gather(rows);
    const { outcome, squares } = pseudoOutcomes(rows, groups, groupOf, 10);
    for (const arm of [0, 1] as const) {
      const own = rows.filter(({ treated }) => treated === arm).map((row) => ({ ...row, weight: 1 }));
      const size = own.reduce((sum, { n }) => sum + n, 0);
      const mean = groups.counts.reduce(
        (sum, n, g) => (groups.treated[g] === arm ? sum + (n * (outcome[g] ?? 0)) / size : sum),
        0,
      );
      expect(mean).toBeCloseTo(weightedIncidence(own, 10).incidence, 12);
    }
    expect(Math.min(...squares)).toBeGreaterThanOrEqual(0);
  });

  test('gathered by cell, an estimator gives what it gives one person a row', () => {
    const rows = people(seededRandom(5), 500, { censored: false });
    const outcome = rows.map(({ time, status }) => (status === 1 && time <= 10 ? 1 : 0));
    const alone = {
      treated: rows.map(({ treated }) => treated),
      counts: rows.map(({ n }) => n),
      outcome,
      covariates: covariateMatrix([
        { name: 'a', values: rows.map(({ cell }) => `=${cells[cell]?.[0]}`) },
        { name: 'b', values: rows.map(({ cell }) => `=${cells[cell]?.[1]}`) },
      ]),
    };
    for (const estimand of ['ATE', 'ATT'] as const) {
      const known = doublyRobustEffect(alone, { estimand });
      const [found] = figures(estimand === 'ATE' ? 'doubly robust, everybody' : 'doubly robust, users', rows);
      if (isRefused(known)) throw new Error(known.sentence);
      expect(found?.value).toBeCloseTo(known.estimate, 10);
      expect(found?.standardError).toBeCloseTo(known.se ?? 0, 10);
    }
    const exact = exactMatching({ ...alone, stratum: rows.map(({ cell }) => `${cell}`) });
    if (isRefused(exact)) throw new Error(exact.sentence);
    expect(figures('exact', rows)[0]?.value).toBeCloseTo(exact.att, 10);
    expect(figures('exact', rows)[0]?.standardError).toBeCloseTo(exact.se ?? 0, 10);
  });
});

describe('an effect on censored outcomes', () => {
  test.each(names)('%s: covers the known effect despite confounding and censoring', (name) => {
    const random = seededRandom(11);
    const runs = 150;
    let covered = 0;
    let sum = 0;
    for (let k = 0; k < runs; k++) {
      const [one] = figures(name, people(random, 900));
      if (one === undefined) throw new Error('no figure');
      if (one.lower < effect && effect < one.upper) covered++;
      sum += one.value;
    }
    expect(covered / runs).toBeGreaterThan(0.9);
    expect(covered / runs).toBeLessThan(0.995);
    expect(sum / runs).toBeCloseTo(effect, 1);
  });

  test.each(names)('%s: the order of the rows decides nothing', (name) => {
    const random = seededRandom(12);
    const rows = people(random, 600);
    const known = figures(name, rows);
    for (let k = 0; k < 5; k++) {
      const shuffled = rows
        .map((row) => ({ row, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      figures(name, shuffled).forEach((one, i) => {
        expect(one.value).toBeCloseTo(known[i]?.value ?? 0, 10);
        expect(one.standardError).toBeCloseTo(known[i]?.standardError ?? 0, 10);
      });
    }
  });

  test('after a draw, Lin and CUPED cover the effect with a narrower interval', () => {
    const random = seededRandom(13);
    const runs = 100;
    const before = cells.map(([a, b]) => 7 * a + 5 * b);
    const covered = { lin: 0, cuped: 0 };
    const narrower = { lin: 0, cuped: 0 };
    for (let k = 0; k < runs; k++) {
      const rows = people(random, 800, { drawn: true, spread: 2 });
      const plain = randomisedFollowUpEffects(
        rows.map(({ treated, ...row }) => ({ ...row, assigned: treated })),
        reading,
      );
      const found = {
        lin: linFollowUpEffects(rows, covariates, reading),
        cuped: cupedFollowUpEffects(rows, before, reading),
      };
      for (const name of ['lin', 'cuped'] as const) {
        const one = isRefused(found[name]) ? undefined : found[name][0];
        const raw = isRefused(plain) ? undefined : plain[0];
        if (one?.kind !== 'estimate' || raw?.kind !== 'estimate') throw new Error('no figure');
        if (one.lower < effect && effect < one.upper) covered[name]++;
        if (one.standardError < raw.standardError) narrower[name]++;
      }
    }
    for (const name of ['lin', 'cuped'] as const) {
      expect(covered[name] / runs).toBeGreaterThan(0.89);
      expect(narrower[name] / runs).toBeGreaterThan(0.95);
    }
  });
});
