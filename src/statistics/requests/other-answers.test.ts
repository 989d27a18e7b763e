import { describe, expect, it } from 'vitest';
import { decision } from './decision.ts';
import { linkage } from './linkage.ts';
import { planning } from './planning.ts';
import type { Handlers, Table } from './request.ts';
import { survey } from './survey.ts';
import { territories } from './territories.ts';

const handlers: Handlers = { ...territories, ...survey, ...decision, ...planning, ...linkage };

const ask = (method: string, inputs: Record<string, unknown>, rows: Table = []) =>
  handlers[method]?.({ method, inputs: { data: 't', ...inputs }, tables: { t: rows } });

const sample: Table = [1, 2, 3, 4, 5, 6].map((y) => ({
  y,
  w: 2,
  h: y % 2,
  zone: y < 4 ? 'a' : 'b',
}));

describe('survey requests', () => {
  it('answers for a domain within strata', () => {
    const answer = ask(
      'survey.mean',
      { variable: 'y', weight: 'w', strata: 'h', domain: { column: 'zone', equals: 'b' } },
      sample,
    );
    expect(answer).toMatchObject({ estimate: 5, n: 3, strata: 2, df: 4 });
  });

  it('takes weights from the population when none are given', () => {
    const rows = sample.map((row) => ({ ...row, size: 60 }));
    expect(ask('survey.total', { variable: 'y', fpc: 'size' }, rows)).toMatchObject({ estimate: 210 });
  });

  it('answers the other ways of asking', () => {
    expect(ask('survey.sampleTimesVolume', { variable: 'y', volume: 100 }, sample)).toMatchObject({
      estimate: 350,
    });
    expect(ask('survey.calibratedProxy', { proxy: 400, events: 25, n: 100 })).toMatchObject({
      estimate: 100,
    });
    const asked: Table = [{ zone: 'a', s: 10, r: 5 }];
    expect(ask('survey.responseRates', { by: 'zone', sampled: 's', responded: 'r' }, asked)).toMatchObject({
      rate: 0.5,
    });
  });
});

const rollout = { outcome: 'y', time: 'year', unit: 'unit', firstTreated: 'first' };
const everyoneTreated: Table = [2021, 2022].flatMap((first, unit) =>
  [2020, 2021, 2022].map((year) => ({ unit, year, first, y: unit + ((year * 7 + unit * 3) % 5) })),
);

describe('requests beyond the oracles', () => {
  it('answers', () => {
    expect(ask('did.identification', rollout, everyoneTreated)).toMatchObject({ status: 'partly' });
    expect(ask('decision.equivalence', { estimate: 0, se: 1, margin: 5 })).toMatchObject({
      verdict: 'too-small-to-matter',
    });
    expect(ask('decision.costPerOutcome', { cost: 100, users: 10, effect: 0.5, se: 0.1 })).toMatchObject({
      ratio: 20,
    });
    expect(
      ask('decision.evsi', { meanNetBenefit: 12, sdNetBenefit: 30, studySe: 20, population: 100, cost: 1 }),
    ).toHaveProperty('net');
    const deferred = { riskControl: 0.1, riskTreated: 0.2, horizon: 30, accrual: 10, wait: 30 };
    expect(ask('plan.deferred', deferred)).toMatchObject({ inflation: expect.closeTo(1, 6) });
    const figure = { start: '2026-09-01', entriesPerDay: 10, horizon: 30, risk: 0.2, halfWidth: 0.05 };
    expect(ask('plan.firstFigure', figure)).toMatchObject({ kind: 'reachable' });
    const perArm = {
      treated: { events: 5, n: 10, missedMatchRate: 0.5, falseMatchRate: 0 },
      control: { events: 3, n: 10, missedMatchRate: 0.2, falseMatchRate: 0 },
    };
    expect(ask('linkage.adjustRiskDifference', perArm)).toMatchObject({
      riskDifference: expect.closeTo(1 - 0.375, 9),
    });
  });
});
