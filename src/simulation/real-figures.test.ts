import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dayOf, rowsOf, usesOf } from './fixtures/read-back.ts';
import { readFunnel } from './monthly-shape.ts';
import { simulateWorld } from './simulate-world.ts';

const root = mkdtempSync(join(tmpdir(), 'foulee-'));
afterAll(() => rmSync(root, { recursive: true }));

const funnelPath = resolve(import.meta.dirname, '../../../shared/data/lbb/monthly-funnel.csv');

test.runIf(reachable(funnelPath))('a world made on real monthly figures follows them', async () => {
  const text = readFileSync(funnelPath, 'utf8');
  const shape = readFunnel(text, 'funnel');
  if ('problem' in shape || shape.kind !== 'months') throw new Error('funnel not read');
  const world = await simulateWorld({
    output: join(root, 'monde'),
    shape,
    months: 42,
    size: { persons: 24_000 },
    hazardRatio: 10,
  });
  const uses = usesOf(world);
  const active = new Map<string, Set<string>>();
  const looks = new Map<string, number>();
  for (const { id, siret, day } of uses) {
    const month = new Date(day * 86_400_000).toISOString().slice(0, 7);
    active.set(month, (active.get(month) ?? new Set()).add(id));
    const key = `${id} ${siret}`;
    looks.set(key, Math.min(day, looks.get(key) ?? day));
  }
  const hired = new Map<string, number>();
  for (const row of rowsOf(world, 'dpae-', '|')) {
    const look = looks.get(`${row.dc_ididentiteexterne} ${row.kc_siret}`);
    const hire = row.kd_dateembauche ?? '';
    if (row.premiere_embauche !== 'Embauche' || look === undefined || dayOf(hire) <= look) continue;
    hired.set(hire.slice(0, 7), (hired.get(hire.slice(0, 7)) ?? 0) + 1);
  }
  const months = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, 7));
  // The last month's late declarations are not in yet.
  const seen = months.slice(0, -1);
  expect(
    correlation(
      seen.map((m) => active.get(m)?.size ?? 0),
      shape.users,
    ),
  ).toBeGreaterThan(0.95);
  expect(
    correlation(
      seen.map((m) => hired.get(m) ?? 0),
      shape.hires,
    ),
  ).toBeGreaterThan(0.93);
});

function reachable(path: string): boolean {
  const found = existsSync(path);
  if (!found) console.warn(`SKIPPED: no ${path}, the monthly shape is not compared with the real figures`);
  return found;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [centreA, centreB] = [mean(a), mean(b.slice(0, a.length))];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [u, v] = [x - centreA, (b[i] ?? 0) - centreB];
    ab += u * v;
    aa += u * u;
    bb += v * v;
  });
  return ab / Math.sqrt(aa * bb);
}
