import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { daySql, monthOrDaySql, possibleDay } from '../day-sql.ts';
import { arrivalDay, monthEnd } from './arrival-day.ts';

let inSql: (text: string, written?: typeof daySql) => Promise<unknown>;
beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("SET TimeZone = 'UTC'");
  inSql = async (text, written = daySql) => {
    const day = possibleDay(`(${written('x', 'day-first')})`);
    const read = await connection.runAndReadAll(
      `SELECT CAST(${day} AS VARCHAR) FROM (SELECT $1::VARCHAR AS x)`,
      [text],
    );
    return read.getRows()[0]?.[0];
  };
});

const two = (n: number) => String(n).padStart(2, '0');
/** Libraries do not agree on what time it was in Paris before 1970: no offset then. */
const written = fc
  .record({
    year: fc.integer({ min: 1895, max: 2203 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    hour: fc.integer({ min: 0, max: 23 }),
    form: fc.integer({ min: 0, max: 9 }),
    offset: fc.constantFrom('Z', '+02:00', '+01', '-0530', '-05:30', '+00:00'),
  })
  .map(({ year, month, day, hour, form, offset }) => {
    const date = `${year}-${two(month)}-${two(day)}`;
    const time = `${two(hour)}:30`;
    const zone = year < 1970 ? '' : offset;
    return [
      date,
      `${date} ${time}`,
      `${date}T${time}:07.123`,
      `${date}T${time}:07${zone}`,
      `${date}T${time}:59.5${zone}`,
      `${two(day)}/${two(month)}/${year}`,
      `${day}-${month}-${year} ${time}`,
      `${year}${two(month)}${two(day)}`,
      `${date} ${(hour % 12) + 1}:30${hour < 12 ? 'am' : 'pm'}`,
      String(Math.floor(Date.UTC(year, month, day, hour, 30) / 1000)),
    ][form] as string;
  });

test('a day that arrives is the day that the import reads', async () => {
  await fc.assert(
    fc.asyncProperty(written, async (text) => {
      expect(arrivalDay(text)).toBe(await inSql(text));
    }),
    { numRuns: 600 },
  );
});

test.each(['hier', '', '2026-11', '2026-11-27T25:00', '27/11-2026', '0612345678', '176420160'])(
  '%j is no day',
  (text) => {
    expect(arrivalDay(text)).toBeNull();
  },
);

test('late in the evening, the day is that of Paris', () => {
  expect(arrivalDay('2026-11-27T23:30:00Z')).toBe('2026-11-28');
  expect(arrivalDay('2026-07-27T22:30:00Z')).toBe('2026-07-28');
  expect(arrivalDay('1795822200')).toBe('2026-11-28');
});

test.each([
  ['2026-10', '2026-10-31'],
  [' 2028-02 ', '2028-02-29'],
  ['2026-13', null],
  ['2026-1', null],
])('a month counted whole, %j, is known on %j', async (written, day) => {
  expect(monthEnd(written)).toBe(day);
  expect(await inSql(written, monthOrDaySql)).toBe(day);
});

test('where months are read, days still are', async () => {
  expect(await inSql('28/10/2026', monthOrDaySql)).toBe('2026-10-28');
});
