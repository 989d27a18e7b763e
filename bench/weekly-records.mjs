// A history as the import would have stored it, files read and gone since: much quicker to make than by importing it.
// The pseudonyms of the people of the service and of companies are those of the key, so that new files match them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { readPlan } from '../dist/plan/read-plan.js';
import { readConfig } from '../dist/platform/config.js';
import { readKey } from '../dist/platform/key.js';
import { givePseudonyms } from '../dist/records/pseudonym-sql.js';
import { sourceFolder } from '../dist/records/records-folder.js';
import {
  companyCount,
  companyId,
  dayAfter,
  hiresOf,
  peopleThrough,
  personId,
  usesOf,
} from './weekly-world.mjs';

/** Rows of a group, as the import writes them. */
const stored = '(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 40960)';

/** Stores weeks 0 to `weeks` of a history, `weeks` left out. */
export async function storeWeeks(impact, environment, weeks, size) {
  const { plan } = readPlan(readFileSync(impact, 'utf8'));
  const config = readConfig(environment);
  const key = readKey(config);
  const folderOf = (source) => sourceFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  await givePseudonyms(connection, key);
  const numbers = (count) => `FROM range(${count}) t(number)`;
  await connection.run(
    `CREATE TABLE people AS SELECT number, pseudonym('subject', ${personId('number')}) AS id ${numbers(peopleThrough(weeks - 1, size.uses))}`,
  );
  await connection.run(
    `CREATE TABLE companies AS SELECT number, pseudonym('target', ${companyId('number')}) AS id ${numbers(companyCount)}`,
  );
  const stranger = 'CAST(CAST(hash(stranger, 13) AS HUGEINT) - 9223372036854775808 AS BIGINT)';
  const joined = 'LEFT JOIN people ON people.number = person JOIN companies ON companies.number = company';
  const { usage, hires } = plan.sources;
  for (const [source, rowsOf, columns, subject] of [
    [usage, usesOf, 'jour AS day, canal AS a_canal', 'people.id'],
    [hires, hiresOf, 'jour AS day, declare AS recorded', `coalesce(people.id, ${stranger})`],
  ]) {
    const folder = folderOf(source);
    mkdirSync(folder, { recursive: true });
    const files = [];
    for (let week = 0; week < weeks; week++) {
      const name = `${source.name}-${String(week).padStart(3, '0')}`;
      const segment = join(folder, `${name}.parquet`);
      await connection.run(
        `COPY (SELECT ${subject} AS subject, companies.id AS target, ${columns} FROM (${rowsOf(week, size)}) ${joined} ORDER BY subject, target, day) TO '${segment}' ${stored}`,
      );
      const recorded = source === hires;
      if (recorded) {
        await connection.run(
          `COPY (SELECT day, recorded, count(*) AS n FROM '${segment}' GROUP BY day, recorded ORDER BY day, recorded) TO '${join(folder, `${name}.reports.parquet`)}' (FORMAT parquet)`,
        );
      }
      files.push(await described(connection, { name, segment, week, recorded }));
    }
    const state = { version: 1, importedOn: dayAfter(weeks - 1), files, erased: [], since: null };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(state));
  }
  connection.closeSync();
  instance.closeSync();
}

async function described(connection, { name, segment, week, recorded }) {
  const last = recorded ? 'CAST(max(recorded) AS VARCHAR)' : 'NULL';
  const found = await connection.runAndReadAll(
    `SELECT count(*), CAST(min(day) AS VARCHAR), CAST(max(day) AS VARCHAR), ${last} FROM '${segment}'`,
  );
  const [rows, firstDay, lastDay, lastRecorded] = found.getRows()[0];
  return {
    name: `${name}.csv`,
    size: week + 1,
    digest: name,
    rows: Number(rows),
    rejected: 0,
    withoutSubject: 0,
    filteredOut: 0,
    reasons: [],
    firstDay,
    lastDay,
    lastRecorded,
    segments: [`${name}.parquet`],
    reports: recorded ? [`${name}.reports.parquet`] : [],
    rejects: [],
    notes: [],
  };
}
