import { describe, expect, test } from 'vitest';
import { normalDraw, seededRandom } from '../../statistics/seeded-random.ts';
import { flat, level, quarters, reading, rowsOf } from './fixtures/simulated-panels.ts';

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
