// What a good analyst would write by hand in DuckDB: the CSV files copied to Parquet as they are, then the same
// question in one statement on text keys. `copy <world> <raw>`, or the name of an indicator.
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [question, world, raw] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
await connection.run(`SET temp_directory = '${join(raw, 'tmp')}'`);
await connection.run('SET preserve_insertion_order = false');
const usage = join(raw, 'usage.parquet');
const hires = join(raw, 'hires.parquet');

const text = (names) => `{${names.map((name) => `'${name}': 'VARCHAR'`).join(', ')}}`;

async function copy() {
  await connection.run(
    `COPY (SELECT * FROM read_csv('${join(world, 'activity-lbb-*.csv')}', types = ${text(['idutilisateur-peconnect', 'siret'])})) TO '${usage}'`,
  );
  await connection.run(
    `COPY (SELECT * FROM read_csv('${join(world, 'dpae-*.csv')}', delim = '|', types = ${text(['dc_ididentiteexterne', 'kc_siret'])})) TO '${hires}'`,
  );
}

async function ask({ target, channel }) {
  const columns = ['id', ...(target ? ['siret'] : [])];
  const list = columns.join(', ');
  const statement = `
WITH used AS (
  SELECT "idutilisateur-peconnect" AS id, siret, dateheure, CAST(dateheure AS DATE) AS day, source AS channel FROM '${usage}'
  WHERE nom IN ('details', 'afficher-details', 'ajout-favori') AND "idutilisateur-peconnect" IS NOT NULL${target ? ' AND siret IS NOT NULL' : ''}),
hired AS (
  SELECT dc_ididentiteexterne AS id, kc_siret AS siret, CAST(kd_dateembauche AS DATE) AS day FROM '${hires}'
  WHERE premiere_embauche = 'Embauche' AND dc_ididentiteexterne IS NOT NULL),
first_use AS (SELECT ${list}, min(day) AS day${channel ? ', arg_min(channel, dateheure) AS channel' : ''} FROM used GROUP BY ${list}),
first_hire AS (
  SELECT ${columns.map((c) => `f.${c}`).join(', ')}, min(h.day) AS day FROM first_use f JOIN hired h USING (${list})
  WHERE h.day BETWEEN f.day + 1 AND f.day + 365 GROUP BY ${columns.map((c) => `f.${c}`).join(', ')})
SELECT date_trunc('month', f.day) AS cohort, coalesce(o.day, f.day + 365) - f.day AS delay, o.day IS NOT NULL AS hired${channel ? ', channel' : ''}, count(*)
FROM first_use f LEFT JOIN first_hire o USING (${list}) GROUP BY ALL`;
  const rows = await connection.runAndReadAll(statement);
  console.log(rows.currentRowCount);
}

if (question === 'copy') await copy();
else if (question === 'hired-by-viewed-company') await ask({ target: true, channel: true });
else await ask({ target: false, channel: false });
