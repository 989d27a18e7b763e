import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { engineOnTables } from '../engine/fixtures/engine-on-tables.ts';
import { columnValues, packedCells, unpacked } from '../engine/packed-cells.ts';
import type { FollowUpIndicator, Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { type CellCounts, countCells } from './cell-counts.ts';
import { countDurations, countUnits } from './follow-up-inputs.ts';
import { type Followed, followed } from './followed.ts';

const { engine, maker, folder, close } = await engineOnTables();
afterAll(close);

const { plan, problems } = readPlan(`foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: chômeurs}
sources:
  uses: {kind: events, files: [u.csv], subject: id, time: day, attributes: {zone: zone, age: age}}
  people: {kind: units, files: [p.csv], subject: id, entry: entry, time: hired, exit: left, followed_until: until, complete_through: 2020-02-01, attributes: {zone: zone, age: age}}
  registered: {kind: units, files: [p.csv], subject: id, entry: entry, exit: left, followed_until: until, attributes: {zone: zone, age: age}}
  hires: {kind: outcomes, files: [h.csv], subject: id, time: day, complete_through: 2020-02-01}
indicators:
  - {id: used, method: follow-up, exposure: uses, outcome: hires, window: {after: 1d, until: 25d}, horizons: [10d]}
  - {id: entered, method: follow-up, population: people, horizons: [10d]}
  - {id: registered, method: follow-up, population: registered, outcome: hires, horizons: [10d]}
`);
if (plan === null) throw new Error(JSON.stringify(problems));
const cells = ['a_zone', 'a_age'];
const day = (n: number | null) => (n === null ? 'null::date' : `date '2020-01-01' + ${n}`);
const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);

const person = fc.record({
  subject: fc.integer({ min: 1, max: 9 }),
  day: fc.integer({ min: 0, max: 8 }),
  hired: fc.option(fc.integer({ min: 0, max: 14 })),
  left: fc.option(fc.integer({ min: 4, max: 14 })),
  until: fc.option(fc.integer({ min: 4, max: 14 })),
  zone: fc.constantFrom('nord', 'sud', '', null),
  age: fc.constantFrom('18', '9', null),
});
const outcome = fc.record({
  subject: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 0, max: 16 }),
});

async function write(name: string, columns: string, rows: readonly string[], empty: string): Promise<void> {
  const values = rows.length === 0 ? `select ${empty} where false` : `values ${rows.join(', ')}`;
  const file = join(folder, `${name}.parquet`);
  await maker.run(`copy (select * from (${values}) t(${columns})) to '${file}'`);
  await engine.expose({ name, files: [file] });
}

const tally = (rows: readonly (readonly [string, number])[]) => {
  const sums = new Map<string, number>();
  for (const [key, n] of rows) sums.set(key, (sums.get(key) ?? 0) + n);
  return [...sums].filter(([, n]) => n > 0).sort();
};
const ofUnits = (units: readonly Followed[]) =>
  tally(units.map(({ cells: own, time, status, n }) => [[...own, time, status].join('/'), n]));
const ofCells = ({ values, places, time, status, n }: CellCounts) =>
  tally(
    Array.from(n, (units, i) => {
      const own = values.map((column, j) => column[places[j]?.[i] ?? 0] ?? '');
      return [[...own, time[i], status[i]].join('/'), units];
    }),
  );

test.each(['used', 'entered', 'registered'])(
  '%s: counted by cell without the day, the very people that are followed day by day',
  async (id) => {
    const indicator = plan?.indicators.find((one) => one.id === id) as FollowUpIndicator;
    const source = indicator.exposure ?? indicator.population ?? '';
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 30 }),
        fc.array(outcome, { maxLength: 30 }),
        fc.option(fc.integer({ min: 3, max: 9 }), { nil: null }),
        async (people, outcomes, until) => {
          const rows = people.map(
            (one) =>
              `(${one.subject}::bigint, null::bigint, ${[one.day, one.day, one.hired, one.left, one.until].map(day).join(', ')}, ${text(one.zone)}::varchar, ${text(one.age)}::varchar)`,
          );
          await write(
            source,
            'subject, target, day, entry, time, exit, followed_until, a_zone, a_age',
            rows,
            "1::bigint, 1::bigint, date '2020-01-01', date '2020-01-01', date '2020-01-01', date '2020-01-01', date '2020-01-01', '', ''",
          );
          await write(
            'hires',
            'subject, target, day',
            outcomes.map((one) => `(${one.subject}::bigint, null::bigint, ${day(one.day)})`),
            "1::bigint, 1::bigint, date '2020-01-01'",
          );
          const limits = { coverage: 18262 + 12, until };
          const counted = { relation: source, before: [] };
          const units = await countUnits(
            { engine, plan: plan as Plan, records: new Map() },
            indicator,
            cells,
            counted,
          );
          const found = await countCells(engine, { plan: plan as Plan, indicator }, cells, counted, {
            ...limits,
            until: until ?? 1e6,
          });
          expect(ofCells(found)).toEqual(ofUnits(followed(units, limits)));
        },
      ),
      { numRuns: 15 },
    );
  },
);

test('durations given as such are counted by cell as they are', async () => {
  await write(
    'stays',
    'duration, status, a_zone, a_age',
    ["(3, 1, 'nord', '9')", "(3, 1, 'nord', '9')", "(8, 0, 'sud', null)", "(8, 2, '', '18')"],
    '',
  );
  const counted = { relation: 'stays', before: [] };
  const indicator = plan?.indicators[0] as FollowUpIndicator;
  const found = await countCells(engine, { plan: plan as Plan, indicator }, cells, counted, null);
  expect(ofCells(found)).toEqual(ofUnits(await countDurations(engine, counted, cells)));
});

test('more values than one number can hold take several, and each comes back', async () => {
  const columns = Array.from({ length: 12 }, (_, j) => `a_${j}`);
  const rows = Array.from({ length: 1200 }, (_, i) => columns.map((_, j) => `v${(i * (j + 1)) % 1201}`));
  await write(
    'wide',
    columns.join(', '),
    rows.map((row) => `(${row.map(text).join(', ')})`),
    '',
  );
  const found = await engine.query<{ place: number; value: string | null }>(
    columnValues('wide', columns, []),
  );
  const values = columns.map((_, j) => found.flatMap(({ place, value }) => (place === j ? [value] : [])));
  const packed = packedCells('wide', columns, values, []);
  expect(packed.words.length).toBeGreaterThan(1);
  const steps = packed.steps.map(({ text: step }) => step).join(', ');
  const words = await engine.integers({
    text: `with ${steps} select ${packed.words.join(', ')} from ${packed.relation}`,
    values: packed.steps.flatMap((step) => step.values),
  });
  const places = unpacked(
    packed.words.map((word) => words[word] ?? new Float64Array(0)),
    values.map(({ length }) => length),
  );
  const back = rows.map((_, i) => columns.map((_, j) => values[j]?.[places[j]?.[i] ?? 0]).join('/'));
  expect(back.sort()).toEqual(rows.map((row) => row.join('/')).sort());
});
