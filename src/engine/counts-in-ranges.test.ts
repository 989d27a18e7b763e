import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countsInRanges } from './counts-in-ranges.ts';
import { openDuckDbEngine } from './duckdb/duckdb-engine.ts';
import { addedFollowUpCounts, type FollowUpRow, followUpCounts } from './follow-up-counts.ts';
import type { Engine } from './port.ts';
import { rangesFor, subjectRanges } from './subject-ranges.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-ranges-'));
let engine: Engine;
let maker: Awaited<ReturnType<DuckDBInstance['connect']>>;
beforeAll(async () => {
  maker = await (await DuckDBInstance.create(':memory:')).connect();
  engine = await openDuckDbEngine({ threads: 2, memory: 512e6, temporaryFolder: null, folders: [folder] });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

// Pseudonyms are spread over all 64-bit integers, and those on the edges of ranges must be somewhere too.
const edges = [
  -(2n ** 63n),
  -(2n ** 62n) - 1n,
  -(2n ** 62n),
  -1n,
  0n,
  2n ** 62n - 1n,
  2n ** 62n,
  2n ** 63n - 1n,
];
const subject = fc.constantFrom(...edges);
const use = fc.tuple(
  subject,
  fc.option(fc.integer({ min: 1, max: 3 })),
  fc.nat(6),
  fc.constantFrom('site', 'mail', null),
);
const hire = fc.tuple(subject, fc.integer({ min: 1, max: 3 }), fc.nat(9));

const sides = ['subject', 'target'] as const;
const questions = [
  { match: ['subject'], unit: ['subject'], cells: [] },
  { match: sides, unit: sides, cells: ['a_canal'] },
  { match: sides, unit: ['subject'], cells: ['a_canal'] },
] as const;

test('one range of people after the other, the counts are those of everyone at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(use, { minLength: 1, maxLength: 40 }),
      fc.array(hire, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(...questions),
      async (uses, hires, { match, unit, cells }) => {
        const relations = [
          await written(
            'uses',
            'subject, target, day, a_canal',
            uses.map(([who, where, day, canal]) => [
              `(${who})::bigint`,
              `${where}::bigint`,
              on(day),
              canal === null ? 'null::varchar' : `'${canal}'`,
            ]),
          ),
          await written(
            'hires',
            'subject, target, day',
            hires.map(([who, where, day]) => [`(${who})::bigint`, `${where}::bigint`, on(day)]),
          ),
        ];
        for (const relation of relations) await engine.expose(relation);
        const question = followUpCounts({
          index: { name: 'uses', kind: 'events', hasExit: false, hasFollowedUntil: false },
          outcome: 'hires',
          match,
          unit,
          window: { after: 1, until: 6 },
          cells,
        });
        const everyone = await engine.query<FollowUpRow>(question);
        const asked: number[] = [];
        const added = await countsInRanges<FollowUpRow>(
          engine,
          { relations, rows: uses.length + hires.length, most: 8 },
          question,
          (gathered) => addedFollowUpCounts(gathered, cells.length),
          (share) => asked.push(share),
        );
        expect(added).toEqual(everyone);
        const rows = uses.length + hires.length;
        if (rows > 8) expect(asked.length).toBeGreaterThanOrEqual(rows / 8);
        // The whole relations are back.
        expect(await engine.query<FollowUpRow>(question)).toEqual(everyone);
      },
    ),
    { numRuns: 30 },
  );
});

const on = (day: number) => `date '2020-01-01' + ${day}`;

async function written(name: string, columns: string, rows: readonly (readonly string[])[]) {
  const file = join(folder, `${name}.parquet`);
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  await maker.run(`copy (select * from (values ${values}) t(${columns})) to '${file}'`);
  return { name, files: [file] };
}

test('ranges follow each other without a gap, from the lowest to the highest integer', () => {
  for (const count of [1, 2, 8, 1024]) {
    const ranges = subjectRanges(count);
    expect(ranges).toHaveLength(count);
    expect(ranges[0]?.from).toBe(String(-(2n ** 63n)));
    expect(ranges.at(-1)?.to).toBe(String(2n ** 63n - 1n));
    for (const [i, { from }] of ranges.entries()) {
      if (i > 0) expect(BigInt(from)).toBe(BigInt(ranges[i - 1]?.to ?? 0) + 1n);
    }
  }
});

test('as few ranges as hold so many rows each, and never more than allowed', () => {
  expect([0, 1, 10, 11, 21, 79, 81, 1e9].map((rows) => rangesFor(rows, 10, 16))).toEqual([
    1, 1, 1, 2, 4, 8, 16, 16,
  ]);
});
