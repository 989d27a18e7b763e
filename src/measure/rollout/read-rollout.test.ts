import { describe, expect, test } from 'vitest';
import type { RolloutTerms } from '../../plan/rollout/terms.ts';
import { normalDraw, seededRandom } from '../../statistics/seeded-random.ts';
import { type PanelRow, panelFromRows } from './panel-table.ts';
import { readRollout } from './read-rollout.ts';
import { rolloutEvidence } from './rollout-evidence.ts';
import type { RolloutReading } from './rollout-question.ts';

const terms: RolloutTerms = {
  design: 'rollout',
  territory: null,
  started: { in: 'panel' },
  estimator: null,
  controlGroup: 'not-yet-treated',
  anticipation: 0,
  covariates: [],
  adjustment: 'doubly-robust',
  cluster: null,
  weighting: 'equal',
  lag: null,
  seasons: false,
};

type Starts = Readonly<Record<string, string | null>>;
const quarters = (count: number) =>
  Array.from({ length: count }, (_, t) => `${2022 + Math.floor(t / 4)}-Q${(t % 4) + 1}`);

/** One row a territory and quarter; `value` says what is seen there. */
function rowsOf(
  starts: Starts,
  periods: readonly string[],
  value: (name: string, t: number) => number | null,
): PanelRow[] {
  return Object.entries(starts).flatMap(([territory, started]) =>
    periods.map((period, t) => ({
      territory,
      period,
      value: value(territory, t),
      size: null,
      started,
      covariates: [],
      cluster: null,
    })),
  );
}

function reading(
  rows: readonly PanelRow[],
  asked: Partial<RolloutTerms> = {},
  through: string | null = null,
) {
  const panel = panelFromRows(rows, {
    source: 't',
    starts: null,
    startedForAll: asked.started?.in === 'once' ? asked.started.date : null,
    never: [],
    completeThrough: through,
    share: false,
  });
  const read = readRollout({ panel, terms: { ...terms, ...asked }, horizon: null, label: null });
  expect(JSON.stringify(read)).not.toMatch(/NaN|Infinity/);
  return read;
}

const level = ({ checks, effect, rollout }: RolloutReading) =>
  rolloutEvidence({ level: 2, name: 'Suivi', checks: [], raise: '' }, rollout.design, checks, effect);

/** Territories with their own level, a common movement, and an effect of 3 once the service is there. */
function simulated(
  seed: number,
  groups: readonly (string | null)[],
  each: number,
  effect: (since: number) => number = () => 3,
) {
  const random = seededRandom(seed);
  const periods = quarters(10);
  const starts: Record<string, string | null> = {};
  const base: Record<string, number> = {};
  groups.forEach((group, g) => {
    for (let k = 0; k < each; k++) {
      starts[`${g}-${k}`] = group;
      base[`${g}-${k}`] = 20 + 4 * normalDraw(random);
    }
  });
  const common = periods.map((_, t) => 0.4 * t + normalDraw(random));
  return rowsOf(starts, periods, (name, t) => {
    const start = starts[name] ?? null;
    const since = start === null ? -1 : t - periods.indexOf(start);
    return (base[name] ?? 0) + (common[t] ?? 0) + normalDraw(random) + (since >= 0 ? effect(since) : 0);
  });
}

const flat = (name: string, t: number) => name.length + t + ((name.charCodeAt(0) * (t + 1)) % 5);

describe('what cannot be compared is a sentence, not a figure', () => {
  const abc = { Nord: '2022-Q3', Sud: '2022-Q3', Est: '2022-Q3' };
  test.each<[string, Starts, number, RegExp, string]>([
    [
      'everybody the same day',
      abc,
      6,
      /^Non identifiable : tout le monde a reçu le service le même jour\. /,
      'not-identified',
    ],
    ['one period', { Nord: '2022-Q1', Sud: null }, 1, /une seule période est observée/, 'not-identified'],
    ['one territory', { Nord: '2022-Q3' }, 6, /un seul territoire est observé/, 'not-identified'],
    [
      'treated everywhere from the start',
      { Nord: '2021-Q1', Sud: '2022-Q1' },
      6,
      /il n’y a pas d’« avant »/,
      'not-identified',
    ],
    [
      'nobody treated yet',
      { Nord: '2030-Q1', Sud: null },
      6,
      /aucun territoire n'a encore reçu le service/,
      'not-identified',
    ],
    [
      'one territory, one period before',
      { Nord: '2022-Q2', A: null, B: null, C: null, D: null },
      6,
      /une seule période précède/,
      'not-identified',
    ],
    [
      'one territory, two others',
      { Nord: '2022-Q4', A: null, B: null },
      6,
      /^Trop peu de territoires : 2 seulement/,
      'not-enough',
    ],
    [
      'two treated, one other',
      { A: '2022-Q3', B: '2022-Q4', C: null },
      6,
      /^Trop peu de territoires/,
      'not-enough',
    ],
  ])('%s', (_, starts, count, sentence, reason) => {
    const { effect } = reading(rowsOf(starts, quarters(count), flat));
    expect(effect).toMatchObject({ kind: 'insufficient', reason, value: null, lower: null, upper: null });
    if (effect.kind === 'insufficient') expect(effect.sentence).toMatch(sentence);
  });

  test('dates of one quarter are told from the same day', () => {
    const starts = { Nord: '2022-07-01', Sud: '2022-08-15', Est: '2022-09-30' };
    const { effect } = reading(rowsOf(starts, quarters(6), flat));
    expect(effect.kind === 'insufficient' && effect.sentence).toMatch(
      /pendant la même période \(3e\strimestre\s2022\)/,
    );
  });

  test('values not yet complete are kept out, marked, and the first arrival may not be mature', () => {
    const rows = simulated(1, ['2023-Q1', '2024-Q2', null], 6);
    const early = reading(rows, {}, '2022-12-31');
    expect(early.effect).toMatchObject({ kind: 'insufficient', reason: 'not-mature' });
    const later = reading(rows, {}, '2023-12-31');
    expect(later.effect.kind).toBe('estimate');
    expect(later.rollout.immature).toEqual(['2024-Q1', '2024-Q2']);
    const marked = later.rollout.groupTime.filter(({ kind }) => kind === 'insufficient');
    expect(new Set(marked.map(({ time }) => time))).toEqual(new Set(['2024-Q1', '2024-Q2']));
    expect(marked.every((row) => row.kind === 'insufficient' && row.reason === 'not-mature')).toBe(true);
  });
});

describe('staggered arrivals', () => {
  test('the interval and the band hold the truth with five territories a group; level 4', () => {
    const replications = 40;
    let [covered, banded, four] = [0, 0, 0];
    for (let seed = 1; seed <= replications; seed++) {
      const read = reading(simulated(seed, ['2022-Q4', '2023-Q2', null], 5));
      const { effect } = read;
      if (effect.kind !== 'estimate') throw new Error(effect.sentence);
      if (effect.lower <= 3 && 3 <= effect.upper) covered++;
      const inside = read.rollout.eventStudy?.points.every(
        ({ since, bandLower, bandUpper }) =>
          (bandLower ?? 9) <= (since < 0 ? 0 : 3) && (since < 0 ? 0 : 3) <= (bandUpper ?? -9),
      );
      if (inside === true) banded++;
      if (level(read).level === 4) four++;
    }
    expect(covered / replications).toBeGreaterThanOrEqual(0.9);
    expect(banded / replications).toBeGreaterThanOrEqual(0.85);
    expect(four / replications).toBeGreaterThanOrEqual(0.85);
  });

  test('territories that drift apart before are seen, and the level falls, naming the check', () => {
    const rows = simulated(3, ['2023-Q1', '2023-Q3', null], 12).map((row) => ({
      ...row,
      value: (row.value ?? 0) + (row.started === null ? 0 : 1.5 * quarters(10).indexOf(row.period)),
    }));
    const evidence = level(reading(rows));
    expect(evidence.level).toBe(2);
    expect(evidence.raise).toContain('évolution semblable avant');
  });

  test('a national rollout is read until the last group starts, and that group never', () => {
    const { effect, rollout } = reading(simulated(5, ['2022-Q4', '2023-Q2', '2024-Q1'], 8));
    expect(effect.kind).toBe('estimate');
    expect(rollout.identification).toMatchObject({ status: 'partly', lastComparablePeriod: '2023-Q4' });
    expect(rollout.identification.sentence).toMatch(
      /^Tous les territoires finissent par recevoir le service\./,
    );
    const last = rollout.groupTime.filter(({ group, since }) => group === '2024-Q1' && since >= 0);
    expect(last.length).toBeGreaterThan(0);
    expect(last.every(({ kind }) => kind === 'insufficient')).toBe(true);
  });

  test('weights make each territory count for its size', () => {
    const rows = simulated(8, ['2023-Q1', null], 10).map((row) => ({
      ...row,
      size: row.territory === '0-0' ? 1000 : 1,
      value: (row.value ?? 0) + (row.territory === '0-0' && row.period >= '2023-Q1' ? 50 : 0),
    }));
    const equal = reading(rows).rollout.aggregates?.simple?.att ?? 0;
    const sized = reading(rows, { weighting: 'size' }).rollout.aggregates?.simple?.att ?? 0;
    expect(equal).toBeGreaterThan(6);
    expect(equal).toBeLessThan(10);
    expect(sized).toBeGreaterThan(40);
  });

  test('few territories, or many with holes, lower the level by name', () => {
    const few = level(reading(simulated(2, ['2022-Q4', '2023-Q2', null], 2)));
    expect(few.level).toBe(3);
    expect(few.raise).toContain('assez de territoires');
    const holes = simulated(2, ['2022-Q4', '2023-Q2', null], 10).map((row) => ({
      ...row,
      value:
        row.territory.endsWith('3') || row.territory.endsWith('4') || row.territory.endsWith('5')
          ? row.period === '2022-Q2'
            ? null
            : row.value
          : row.value,
    }));
    expect(level(reading(holes)).raise).toContain('territoires observés partout');
  });
});

describe('one territory, one series', () => {
  const others = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`t${k}`, null]));

  test('one treated territory is compared with a mixture; an effect of 12 is found', () => {
    const random = seededRandom(6);
    const loads: Record<string, number> = {};
    const wave = quarters(16).map(() => 3 * normalDraw(random));
    const rows = rowsOf({ Nord: '2025-Q1', ...others }, quarters(16), (name, t) => {
      loads[name] ??= 0.5 + random();
      return (
        30 +
        (loads[name] ?? 0) * (wave[t] ?? 0) +
        0.3 * normalDraw(random) +
        (name === 'Nord' && t >= 12 ? 12 : 0)
      );
    });
    const read = reading(rows);
    expect(read.rollout.method).toBe('synthetic-control');
    if (read.effect.kind !== 'estimate') throw new Error(read.effect.sentence);
    expect(read.effect.lower).toBeLessThan(12);
    expect(read.effect.lower).toBeGreaterThan(0);
    expect(read.effect.upper).toBeGreaterThan(12);
    expect(level(read).level).toBe(4);
    expect(read.rollout.series.filter(({ after }) => after)).toHaveLength(4);
  });

  test('everybody at once is read as a series against its past, which stays at level 2', () => {
    const random = seededRandom(4);
    const rows = rowsOf(
      { Nord: '2024-02-10', Sud: '2024-02-10' },
      quarters(20),
      (_, t) => 10 + 0.5 * t + 0.4 * normalDraw(random) + (t >= 8 ? 5 : 0),
    );
    const read = reading(rows, { design: 'before-after' });
    expect(read.rollout).toMatchObject({ method: 'interrupted-series', startsAt: '2024-Q1' });
    if (read.effect.kind !== 'estimate') throw new Error(read.effect.sentence);
    expect(read.effect.lower).toBeLessThan(5);
    expect(read.effect.upper).toBeGreaterThan(5);
    expect(level(read).level).toBe(2);
    expect(read.rollout.notes.join(' ')).toContain('seasons: true');
  });

  test('seasons are taken out when asked for', () => {
    const random = seededRandom(12);
    const season = [0, 8, 16, 4];
    const rows = rowsOf(
      { Nord: null },
      quarters(24),
      (_, t) => 10 + (season[t % 4] ?? 0) + 0.5 * normalDraw(random) + (t >= 14 ? 4 : 0),
    );
    const asked = { design: 'before-after', started: { in: 'once', date: '2025-07-01' } } as const;
    const [plain, seasoned] = [
      reading(rows, asked).effect,
      reading(rows, { ...asked, seasons: true }).effect,
    ];
    if (plain.kind !== 'estimate' || seasoned.kind !== 'estimate') throw new Error('no effect');
    expect(seasoned.upper - seasoned.lower).toBeLessThan((plain.upper - plain.lower) / 3);
    expect(seasoned.lower).toBeLessThan(4);
    expect(seasoned.upper).toBeGreaterThan(4);
  });

  test('a series with a hole, or too short, is refused', () => {
    const once = { design: 'before-after', started: { in: 'once', date: '2023-Q1' } } as const;
    const hole = rowsOf({ Nord: null }, quarters(12), flat).filter(({ period }) => period !== '2022-Q3');
    const refused = reading(hole, once).effect;
    expect(refused.kind === 'insufficient' && refused.sentence).toContain('il manque des périodes');
    const short = reading(rowsOf({ Nord: null }, quarters(5), flat), once).effect;
    expect(short.kind === 'insufficient' && short.sentence).toMatch(/^Non identifiable : la série compte/);
  });
});

describe('periods as people write them', () => {
  test.each([
    [['2024-01', '2024-02', '2024-03'], 'month'],
    [['01/2024', '02/2024'], 'month'],
    [['2024-Q1', '2024-T2', 'T3 2024'], 'quarter'],
    [['2024-W01', '2024-S02'], 'week'],
    [['2019', '2020'], 'year'],
    [['1', '2', '192'], 'number'],
    [['2024-01-01', '2024-02-01', '2024-03-01'], 'month'],
    [['2024-01-31', '2024-02-29', '2024-03-31'], 'month'],
    [['2023-01-01', '2024-01-01'], 'year'],
    [['2024-01-01', '2024-04-01', '2024-10-01'], 'quarter'],
    [['01/01/2024', '08/01/2024', '15/01/2024'], 'week'],
    [['2024-01-01', '2024-01-02', '2024-01-05'], 'day'],
  ])('%j are read by %s', (periods, size) => {
    const rows = rowsOf({ A: null, B: null }, periods, flat);
    expect(reading(rows).rollout.periodSize).toBe(size);
    expect(reading(rows).rollout.periods).toHaveLength(periods.length);
  });

  test.each<[string, PanelRow[], RegExp]>([
    [
      'two rows for one cell',
      [...rowsOf({ A: null }, ['2024-01'], flat), ...rowsOf({ A: null }, ['2024-01'], flat)],
      /deux lignes pour la période/,
    ],
    [
      'two starts for one territory',
      [...rowsOf({ A: '2024-01' }, ['2024-01'], flat), ...rowsOf({ A: null }, ['2024-02'], flat)],
      /plusieurs dates d’arrivée/,
    ],
    ['a period that is none', rowsOf({ A: null }, ['hier'], flat), /n’est pas comprise/],
    ['forms that do not go together', rowsOf({ A: null }, ['2024-01', '2024-Q2'], flat), /plusieurs formes/],
    [
      'an arrival coarser than the periods',
      rowsOf({ A: '2024' }, ['2024-01', '2024-02'], flat),
      /ne se place pas parmi des périodes/,
    ],
  ])('%s: said in a sentence', (_, rows, sentence) => {
    expect(() => reading(rows)).toThrow(sentence);
  });
});
