import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { MatchKey } from '../plan/plan.ts';
import { engineOnTables } from './fixtures/engine-on-tables.ts';
import { type FollowUpQuestion, type FollowUpRow, followUpCounts } from './follow-up-counts.ts';

interface Use {
  subject: number;
  target: number | null;
  day: number;
  channel: string;
}
interface Outcome {
  subject: number;
  target: number;
  day: number;
}

const { engine, maker, folder, close } = await engineOnTables();
afterAll(close);

async function write(uses: readonly Use[], outcomes: readonly Outcome[]): Promise<void> {
  const rows = (values: string[], empty: string) =>
    values.length === 0 ? empty : `values ${values.join(', ')}`;
  const day = (n: number) => `date '1970-01-01' + ${n}`;
  const u = uses.map((x) => `(${x.subject}::bigint, ${x.target}::bigint, ${day(x.day)}, '${x.channel}')`);
  const o = outcomes.map((x) => `(${x.subject}::bigint, ${x.target}::bigint, ${day(x.day)})`);
  await maker.run(
    `copy (select * from (${rows(u, "select 1::bigint, 1::bigint, date '1970-01-01', '' where false")}) t(subject, target, day, a_channel)) to '${folder}/usage.parquet'`,
  );
  await maker.run(
    `copy (select * from (${rows(o, "select 1::bigint, 1::bigint, date '1970-01-01' where false")}) t(subject, target, day)) to '${folder}/hires.parquet'`,
  );
  await engine.expose({ name: 'usage', files: [join(folder, 'usage.parquet')] });
  await engine.expose({ name: 'hires', files: [join(folder, 'hires.parquet')] });
}

/** The attribution rule in plain loops: the oracle of the statement. */
function byHand(uses: readonly Use[], outcomes: readonly Outcome[], question: FollowUpQuestion): string[] {
  const { match, unit, window } = question;
  const pairs = new Map<string, Use>();
  for (const use of uses) {
    if ((match.includes('target') || unit.includes('target')) && use.target === null) continue;
    const key = match.includes('target') ? `${use.subject}/${use.target}` : `${use.subject}`;
    const known = pairs.get(key);
    if (!known || use.day < known.day || (use.day === known.day && use.channel < known.channel))
      pairs.set(key, use);
  }
  const units = new Map<string, Use[]>();
  for (const use of pairs.values()) {
    const key = unit.includes('target') ? `${use.subject}/${use.target}` : `${use.subject}`;
    units.set(key, [...(units.get(key) ?? []), use]);
  }
  const tally = new Map<string, number>();
  const count = (row: string) => tally.set(row, (tally.get(row) ?? 0) + 1);
  for (const members of units.values()) {
    const start = Math.min(...members.map((use) => use.day));
    const cell =
      question.cells.length === 0
        ? ''
        : (members
            .filter((m) => m.day === start)
            .map((m) => m.channel)
            .sort()[0] ?? '');
    count(`${start}||${cell}`);
    const days = members.flatMap((use) =>
      outcomes
        .filter(
          (o) =>
            o.subject === use.subject &&
            (!match.includes('target') || o.target === use.target) &&
            o.day - use.day >= window.after &&
            (window.until === null || o.day - start <= window.until),
        )
        .map((o) => o.day),
    );
    if (days.length > 0) count(`${start}|${Math.min(...days) - start}|${cell}`);
  }
  return [...tally].map(([row, n]) => `${row}:${n}`).sort();
}

const use = fc.record({
  subject: fc.integer({ min: 1, max: 6 }),
  target: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 8 }),
  day: fc.integer({ min: 0, max: 40 }),
  channel: fc.constantFrom('site', 'api'),
});
const outcome = fc.record({
  subject: fc.integer({ min: 1, max: 8 }),
  target: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 0, max: 60 }),
});
const keys: readonly [readonly MatchKey[], readonly MatchKey[]][] = [
  [['subject'], ['subject']],
  [
    ['subject', 'target'],
    ['subject', 'target'],
  ],
  [['subject', 'target'], ['subject']],
];

describe.each(keys)('match %j, unit %j', (match, unit) => {
  test.each([[[]], [['a_channel']]])('counts as plain loops do, split by %j', async (cells) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(use, { maxLength: 30 }),
        fc.array(outcome, { maxLength: 80 }),
        fc.integer({ min: 0, max: 3 }),
        fc.option(fc.integer({ min: 4, max: 30 }), { nil: null }),
        async (uses, outcomes, after, until) => {
          await write(uses, outcomes);
          const question: FollowUpQuestion = {
            index: { name: 'usage', kind: 'events', hasExit: false, hasFollowedUntil: false },
            outcome: 'hires',
            match,
            unit,
            window: { after, until },
            cells,
          };
          const rows = await engine.query<FollowUpRow>(followUpCounts(question));
          const got = rows.map((r) => `${r.index_day}|${r.delay ?? ''}|${r.cell_0 ?? ''}:${r.n}`).sort();
          expect(got).toEqual(byHand(uses, outcomes, question));
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('the statements stay in the subset that DuckDB and Trino share', () => {
  const { text } = followUpCounts({
    index: { name: 'people', kind: 'units', hasExit: true, hasFollowedUntil: true },
    outcome: 'hires',
    match: ['subject'],
    unit: ['subject'],
    window: { after: 1, until: 90 },
    cells: ['a_zone'],
  });
  expect(text).not.toMatch(/::|\bqualify\b|group by all|\blist\(/i);
});

test('a name with a quote stays a name', async () => {
  await engine.expose({ name: 'a"b; drop', files: [join(folder, 'hires.parquet')] });
  const { identifier, sql } = await import('./sql.ts');
  expect(await engine.query(sql`select count(*) as n from ${identifier('a"b; drop')}`)).toHaveLength(1);
});
