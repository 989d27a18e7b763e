import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, rowsOf, type TextRow, type Use, usesOf } from './fixtures/read-back.ts';
import type { SimulationOptions } from './options.ts';
import { type SimulatedWorld, simulateWorld } from './simulate-world.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-'));
const temporary = () => join(mkdtempSync(join(root, 'essai-')), 'monde');
afterAll(() => rmSync(root, { recursive: true }));
const simulate = (options: Partial<SimulationOptions>) => simulateWorld({ output: temporary(), ...options });
const bytes = (world: SimulatedWorld) => world.files.map((name) => readFileSync(join(world.folder, name)));

test('the same options give the same bytes, another seed other ones', async () => {
  const options = { size: { persons: 400 }, months: 6, people: true, compress: true } as const;
  const [one, again, other] = await Promise.all([
    simulate(options),
    simulate(options),
    simulate({ ...options, seed: 2 }),
  ]);
  expect(again.files).toEqual(one.files);
  expect(bytes(again)).toEqual(bytes(one));
  expect(bytes(other)).not.toEqual(bytes(one));
});

test('the way files are written does not change the world', async () => {
  const [json, csv] = await Promise.all([
    simulate({ size: { persons: 400 }, months: 6 }),
    simulate({
      size: { persons: 400 },
      months: 6,
      format: 'csv',
      files: 'day',
      compress: true,
      people: true,
    }),
  ]);
  expect(csv.truth.rows).toEqual({ ...json.truth.rows, people: 400 });
  expect(readFileSync(join(csv.folder, 'dpae-201810.csv'))).toEqual(
    readFileSync(join(json.folder, 'dpae-201810.csv')),
  );
});

test('a size in rows is met to the row, and the counts stated are those of the files', async () => {
  const world = await simulate({ size: { uses: 4000, hires: 9000 }, months: 6, format: 'csv', files: 'day' });
  const use = rowsOf(world, 'activity-lbb-', ',');
  const hires = rowsOf(world, 'dpae-', '|');
  expect([use.length, hires.length]).toEqual([4000, 9000]);
  expect(world.files.filter((name) => name.startsWith('activity-lbb-')).length).toBeGreaterThan(170);
  const { usage, register } = world.truth.rows;
  expect(use.filter((row) => row['idutilisateur-peconnect'] === '')).toHaveLength(usage.anonymous);
  expect(use.filter((row) => row.nom === 'recherche')).toHaveLength(usage.searches);
  expect(hires.filter((row) => row.dc_ididentiteexterne === '')).toHaveLength(register.withoutIdentifier);
  expect(hires.filter((row) => row.premiere_embauche === 'Embauche')).toHaveLength(register.firstHires);
});

test('an aborted simulation leaves nothing behind', async () => {
  const output = temporary();
  const abort = new AbortController();
  const running = simulateWorld(
    { output, size: { persons: 50_000 }, signal: abort.signal },
    (share) => share > 0.01 && abort.abort(),
  );
  await expect(running).rejects.toThrow(/abort/i);
  expect(existsSync(output)).toBe(false);
});

test('confounding makes the gap between users and others much larger than the effect', async () => {
  const { truth } = await simulate({ size: { persons: 1000 } });
  for (const { ate, naive, itt, cace } of truth.people.hires) {
    expect(naive).toBeGreaterThan(2 * ate);
    expect(itt).toBeLessThan(cace);
  }
});

/** First day of each key, and the days of its hires. */
function clocks(
  starts: readonly (readonly [string, number])[],
  hires: readonly (readonly [string, number])[],
): { start: number; hire: number | null }[] {
  const first = new Map<string, number>();
  for (const [key, day] of starts) first.set(key, Math.min(day, first.get(key) ?? day));
  const next = new Map<string, number>();
  for (const [key, day] of hires) {
    const start = first.get(key);
    if (start === undefined || day <= start || day > start + 365) continue;
    next.set(key, Math.min(day, next.get(key) ?? day));
  }
  return [...first].map(([key, start]) => ({ start, hire: next.get(key) ?? null }));
}

/** Product limit by hand, censored at the coverage; `at` the horizon. */
function productLimit(
  units: readonly { start: number; hire: number | null }[],
  coverage: number,
  at: number,
) {
  let free = 1;
  for (let t = 1; t <= at; t++) {
    const risk = units.filter(
      (u) => u.start + t <= coverage && (u.hire === null || u.hire - u.start >= t),
    ).length;
    const events = units.filter(
      (u) => u.hire !== null && u.hire - u.start === t && u.hire <= coverage,
    ).length;
    free *= 1 - events / risk;
  }
  return 1 - free;
}

describe('a world read back from its files, without its generator', () => {
  let world: SimulatedWorld;
  let coverage: number;
  let pairs: ReturnType<typeof clocks>;
  let users: ReturnType<typeof clocks>;
  let hires: TextRow[];

  beforeAll(async () => {
    world = await simulate({ size: { persons: 30_000 }, people: true, seed: 20, hazardRatio: 8 });
    coverage = dayOf(world.truth.calendar.completeThrough);
    const uses = usesOf(world);
    hires = rowsOf(world, 'dpae-', '|').filter((row) => row.premiere_embauche === 'Embauche');
    const dated = hires.map((row) => ({
      id: row.dc_ididentiteexterne ?? '',
      siret: row.kc_siret ?? '',
      day: dayOf(row.kd_dateembauche ?? ''),
    }));
    const pairKey = (row: Use): readonly [string, number] => [`${row.id} ${row.siret}`, row.day];
    const personKey = (row: Use): readonly [string, number] => [row.id, row.day];
    pairs = clocks(uses.map(pairKey), dated.map(pairKey));
    users = clocks(uses.map(personKey), dated.map(personKey));
  });

  const followedShare = (units: typeof pairs, days: number) => {
    const followed = units.filter((unit) => unit.start + days <= coverage);
    const hired = followed.filter((unit) => unit.hire !== null && unit.hire - unit.start <= days);
    return { n: followed.length, share: hired.length / followed.length };
  };
  const standardError = (p: number, n: number) => Math.sqrt((p * (1 - p)) / n);

  test('pairs hired by the company they looked at are as many as the truth says', () => {
    const truth = world.truth['hired-by-viewed-company'];
    expect(pairs).toHaveLength(truth.pairs);
    for (const { days, observableFollowed, pairsFollowed } of truth.horizons) {
      const { n, share } = followedShare(pairs, days);
      const expected = observableFollowed ?? Number.NaN;
      expect(n).toBe(pairsFollowed);
      expect(Math.abs(share - expected)).toBeLessThan(3.5 * standardError(expected, n));
    }
  });

  test('a product limit with censoring tends to the value stated for it', () => {
    const truth = world.truth['hired-by-viewed-company'].horizons.find(({ days }) => days === 180);
    const expected = truth?.observableProductLimit ?? Number.NaN;
    const value = productLimit(pairs, coverage, 180);
    expect(Math.abs(value - expected)).toBeLessThan(3.5 * standardError(expected, truth?.pairsFollowed ?? 1));
  });

  test('users back to work are as many as the truth says', () => {
    expect(users).toHaveLength(world.truth['back-to-work'].users);
    for (const { days, observableFollowed, usersFollowed } of world.truth['back-to-work'].horizons) {
      const { n, share } = followedShare(users, days);
      const expected = observableFollowed ?? Number.NaN;
      expect(n).toBe(usersFollowed);
      expect(Math.abs(share - expected)).toBeLessThan(3.5 * standardError(expected, n));
    }
  });

  test('the table of people shows the naive gap between users and others, and invitations drawn by lot', () => {
    const people = rowsOf(world, 'people.csv', ',');
    expect(people).toHaveLength(30_000);
    const hired = new Map<string, number[]>();
    for (const row of hires) {
      const days = hired.get(row.dc_ididentiteexterne ?? '') ?? [];
      days.push(dayOf(row.kd_dateembauche ?? ''));
      hired.set(row.dc_ididentiteexterne ?? '', days);
    }
    const back = (group: readonly TextRow[]) => {
      const followed = group.filter((row) => dayOf(row.index_date ?? '') + 180 <= coverage);
      const within = followed.filter((row) => {
        const start = dayOf(row.index_date ?? '');
        return hired.get(row.id ?? '')?.some((day) => day > start && day <= start + 180);
      });
      return { n: followed.length, share: within.length / followed.length };
    };
    const [used, others] = ['1', '0'].map((value) => back(people.filter((row) => row.used === value)));
    const truth = world.truth.people.observableHires.find(({ days }) => days === 180);
    if (used === undefined || others === undefined || truth === undefined) throw new Error('no group');
    const error = Math.hypot(standardError(used.share, used.n), standardError(others.share, others.n));
    expect(Math.abs(used.share - others.share - truth.naive)).toBeLessThan(3.5 * error);
    const invited = people.filter((row) => row.invited === '1');
    const qualified = (rows: readonly TextRow[]) =>
      rows.filter((row) => row.qualified === '1').length / rows.length;
    expect(Math.abs(qualified(invited) - qualified(people))).toBeLessThan(0.012);
    const took = (rows: readonly TextRow[]) => rows.filter((row) => row.used === '1').length / rows.length;
    expect(took(invited)).toBeGreaterThan(took(people) + 0.08);
  });

  test('declarations run from 8 days ahead to 45 days late, as stated', () => {
    const lags = hires.map((row) => dayOf(row.kd_datecreation ?? '') - dayOf(row.kd_dateembauche ?? ''));
    const { earliest, latest, declaredWithin } = world.truth.reportingLag;
    expect(lags.every((lag) => lag >= earliest && lag <= latest)).toBe(true);
    for (const { days, share } of declaredWithin) {
      expect(Math.abs(lags.filter((lag) => lag <= days).length / lags.length - share)).toBeLessThan(0.01);
    }
  });
});
