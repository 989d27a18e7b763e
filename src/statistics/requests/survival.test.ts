import { describe, expect, test } from 'vitest';
import { answer } from './index.ts';
import type { Table } from './request.ts';

const ask = (method: string, inputs: Record<string, unknown>, rows: Table) =>
  answer({ method, inputs: { data: 'd', time: 't', status: 's', ...inputs }, tables: { d: rows } });

const rows: Table = [
  { t: 2, s: 1, g: 'a', e: 0 },
  { t: 4, s: 0, g: 'a', e: 0 },
  { t: 6, s: 1, g: 'a', e: 3 },
  { t: 6, s: 0, g: 'a', e: 0 },
  { t: 3, s: 2, g: 'b', e: 0 },
  { t: 5, s: 1, g: 'b', e: 1 },
  { t: 9, s: 0, g: 'b', e: 0 },
];

describe('survival.km', () => {
  test('one horizon may be a number; beyond the follow-up there is no figure', () => {
    const at = (horizons: number) => ask('survival.km', { event: 1, group: 'g', horizons }, rows);
    expect(at(4)).toMatchObject({
      groups: {
        a: {
          n: 4,
          events: 2,
          at: { 4: { incidence: 0.25, survival: 0.75, atRisk: 3, events: 1 } },
          medianTime: 6,
        },
        b: { at: { 4: { incidence: 0, se: 0, incidenceLower: null, incidenceUpper: null } } },
      },
    });
    expect(at(7)).toMatchObject({
      groups: { a: { at: { 7: { beyondFollowUp: true, incidence: null, se: null, incidenceUpper: null } } } },
    });
  });

  test('delayed entry: at risk when entry < t <= time', () => {
    expect(ask('survival.km', { event: 1, entry: 'e', horizons: [2, 6] }, rows.slice(0, 4))).toMatchObject({
      groups: {
        all: {
          at: {
            2: { incidence: expect.closeTo(1 / 3, 12) },
            6: { incidence: expect.closeTo(1 - (2 / 3) * (1 / 2), 12) },
          },
        },
      },
    });
  });

  test('nothing printed is NaN or infinite, whatever happened', () => {
    const everybody = [{ t: 1, s: 1 }];
    const result = ask('survival.km', { event: 1, horizons: [0, 1, 2] }, everybody);
    expect(result).toEqual(JSON.parse(JSON.stringify(result)));
    expect(result).toMatchObject({
      groups: { all: { at: { 1: { incidence: 1, se: null } }, medianTime: 1 } },
    });
  });
});

describe('survival.cif', () => {
  test('causes and censoring by their own values, values not listed compete too', () => {
    const named = rows.map((row) => ({ ...row, s: ['followed', 'job', 'training'][Number(row.s)] ?? '' }));
    const byName = ask('survival.cif', { causes: 'job', censored: 'followed', horizons: 9, tau: 9 }, named);
    const byCode = ask('survival.cif', { causes: [1], horizons: [9], tau: 9 }, rows);
    expect(byName).toEqual(JSON.parse(JSON.stringify(byCode).replace('"1":{"events"', '"job":{"events"')));
    expect(byCode).toMatchObject({ groups: { all: { n: 7, causes: { 1: { events: 3 } } } } });
  });

  test('without a list, all the causes seen', () => {
    const lost = ask('survival.cif', { causes: [1], tau: 9 }, rows);
    expect(lost).toMatchObject({ groups: { all: { causes: { 1: { at: {} } } } } });
    expect(lost).toHaveProperty('groups.all.causes.1.restrictedMeanTimeLost');
    expect(ask('survival.cif', { horizons: 2 }, rows)).toMatchObject({
      groups: { all: { causes: { 1: { at: { 2: { cif: expect.closeTo(1 / 7, 12) } } }, 2: { events: 1 } } } },
    });
  });
});

test('survival.riskDifference reads two groups at one horizon', () => {
  const inputs = { event: 1, group: 'g', treated: 'a', control: 'b', horizon: 4, level: 0.9 };
  expect(ask('survival.riskDifference', inputs, rows)).toMatchObject({
    estimate: 0.25,
    beyondFollowUp: false,
  });
  expect(ask('survival.riskDifference', { ...inputs, horizon: 8 }, rows)).toMatchObject({
    estimate: null,
    se: null,
  });
});

describe('refusals', () => {
  const km = { event: 1, horizons: 4 };
  test.each([
    ['invalid-time', 'survival.km', km, [{ t: -1, s: 1 }]],
    ['invalid-time', 'survival.km', { ...km, horizons: -4 }, rows],
    ['invalid-time', 'survival.km', { ...km, entry: 'e' }, [{ t: 3, s: 1, e: 3 }]],
    ['invalid-time', 'survival.rmst', { event: 1, tau: -1 }, rows],
    ['unknown-column', 'survival.km', { ...km, group: 'nowhere' }, rows],
    ['unknown-column', 'survival.logrank', { event: 1, group: 'g', status: 'nowhere' }, rows],
    ['empty-group', 'survival.km', km, []],
    ['empty-group', 'survival.logrank', { event: 1, group: 'g' }, rows.slice(0, 4)],
    ['empty-group', 'survival.gray', { cause: 1 }, rows],
    [
      'empty-group',
      'survival.riskDifference',
      { event: 1, group: 'g', treated: 'a', control: 'c', horizon: 4 },
      rows,
    ],
    ['invalid-input', 'survival.km', { event: 1 }, rows],
    ['invalid-input', 'survival.km', { ...km, conf: { type: 'logit' } }, rows],
    ['invalid-input', 'survival.km', { ...km, conf: { level: 95 } }, rows],
    ['invalid-input', 'survival.cif', { causes: [0, 1], horizons: 4 }, rows],
    ['invalid-input', 'survival.gray', { cause: 1, group: 'g', entry: 'e' }, rows],
    ['unknown-method', 'survival.weibull', km, rows],
    ['unknown-method', 'toString', km, rows],
  ])('%s: %s %o', (code, method, inputs, table) => {
    expect(ask(method, inputs, table)).toMatchObject({ error: code, sentence: expect.stringMatching(/\.$/) });
  });

  test('an unknown method comes with those that are known', () => {
    expect(ask('nope', {}, rows)).toMatchObject({
      methods: expect.arrayContaining(['survival.km', 'nowcast.delay']),
    });
  });
});
