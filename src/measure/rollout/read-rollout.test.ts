import { describe, expect, test } from 'vitest';
import {
  flat,
  level,
  quarters,
  reading,
  rowsOf,
  type Starts,
  simulated,
} from './fixtures/simulated-panels.ts';

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
    const replications = 120;
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
    expect(banded / replications).toBeGreaterThanOrEqual(0.9);
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

  test('who decides reads an error that counts how few the territories are: that of the interval', () => {
    for (const each of [2, 10]) {
      const { effect, rollout } = reading(simulated(3, ['2022-Q4', '2023-Q2', null], each));
      if (effect.kind !== 'estimate') throw new Error(effect.sentence);
      const { lower, upper, standardError } = effect;
      expect(standardError).toBeCloseTo((upper - lower) / (2 * 1.959963984540054), 10);
      expect(standardError).toBeGreaterThan((each === 2 ? 1.4 : 1) * (rollout.aggregates?.simple?.se ?? 0));
    }
  });

  test('a territory without a size counts for nothing, and is left out by name', () => {
    const rows = (sizeless: (territory: string) => boolean) =>
      simulated(8, ['2023-Q1', null], 6).map((row) => ({ ...row, size: sizeless(row.territory) ? 0 : 5 }));
    const read = reading(
      rows((territory) => territory === '1-0'),
      { weighting: 'size' },
    );
    expect(read.effect.kind).toBe('estimate');
    expect(read.rollout.territories.filter(({ role }) => role === 'control')).toHaveLength(5);
    expect(read.rollout.territories.find(({ name }) => name === '1-0')).toMatchObject({
      role: 'left-out',
      reason: 'sa taille manque ou vaut zéro : il ne compterait pour rien',
    });
    const none = reading(
      rows((territory) => territory.startsWith('0')),
      { weighting: 'size' },
    ).effect;
    expect(none.kind === 'insufficient' && none.sentence).toMatch(/aucun territoire équipé n’a de taille/);
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
