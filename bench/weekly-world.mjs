// A service week after week, for bench/weekly.mjs: a usage log and a register of hires. People come back for some weeks,
// and are hired by a company they viewed or by another one; most of the register is of people who never came. Hires are
// declared up to three weeks after. The same numbers always give the same rows.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** New people for each use, and weeks during which they come back or are hired. */
const [newcomers, back, hired] = [0.35, 6, 12];
const [shareOfUsers, companies, strangers] = [0.15, 200_000, 20];

/** The Monday after a week: week 0 is the first one. */
export const dayAfter = (week) =>
  new Date(Date.UTC(2025, 0, 6) + (week + 1) * 7 * 86_400_000).toISOString().slice(0, 10);

const planText = `foulee: 1
service: {id: banc, name: Banc d'essai, mission: Mesurer le temps}
effect: {statement: Des personnes retrouvent un emploi, domain: social, beneficiaries: personne}
sources:
  usage: {kind: events, files: ["usage-*.csv"], subject: id, target: siret, time: jour, attributes: {canal: canal}, matching_right: données inventées}
  hires: {kind: outcomes, files: ["hires-*.csv"], subject: id, target: siret, time: jour, recorded: declare, matching_right: données inventées}
indicators:
  - {id: same-company, method: follow-up, exposure: usage, outcome: hires, match: [subject, target], unit: [subject, target], window: {after: 1d, until: 365d}, horizons: [30d, 60d], cohort: month, breakdown: [canal]}
  - {id: any-company, method: follow-up, exposure: usage, outcome: hires, match: [subject], unit: [subject], window: {after: 1d, until: 365d}, horizons: [30d, 60d], cohort: month}
`;

/** The plan of this world, as the file `impact.yaml` of a folder. */
export function writePlan(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'impact.yaml'), planText);
}

/** Numbers of people so far in week `week`, its own included. */
export const peopleThrough = (week, uses) => Math.ceil(newcomers * uses * (week + 1)) + 1;
export const companyCount = companies;

const earlier = (at, span, seed) =>
  `greatest(0, cast(floor(${at}) as bigint) - cast(hash(i, ${seed}) % ${Math.round(span)} as bigint))`;
const viewed = (draw) => `cast(hash(person, ${draw} % 3) % ${companies} as bigint)`;
const monday = (week) => `date '${dayAfter(week - 1)}'`;

/** Uses of a week: `person` and `company` (numbers), `jour`, `canal`. */
export const usesOf = (week, { uses }) => `
SELECT person, ${viewed('hash(i, 2)')} AS company, ${monday(week)} + cast(hash(i, 3) % 7 as int) AS jour,
  CASE WHEN hash(i, 4) % 5 = 0 THEN 'api' ELSE 'site' END AS canal
FROM (SELECT i, ${earlier(`i * ${newcomers}`, newcomers * uses * back, 1)} AS person FROM range(${week * uses}, ${(week + 1) * uses}) t(i))`;

/** Hires declared in a week: `person` (null: somebody else, `stranger`), `company`, `jour`, `declare`. */
export const hiresOf = (week, { uses, hires }) => `
SELECT CASE WHEN hash(i, 11) % 100 < ${100 * shareOfUsers} THEN person END AS person,
  cast(hash(i, 6) % ${hires * strangers} as bigint) AS stranger,
  CASE WHEN hash(i, 7) % 2 = 0 THEN ${viewed('hash(i, 8)')} ELSE cast(hash(i, 9) % ${companies} as bigint) END AS company,
  declare - cast(hash(i, 10) % 21 as int) AS jour, declare
FROM (SELECT i, ${earlier(`i * ${(newcomers * uses) / hires}`, newcomers * uses * hired, 5)} AS person,
  ${monday(week)} + cast(hash(i, 12) % 7 as int) AS declare FROM range(${week * hires}, ${(week + 1) * hires}) t(i))`;

/** The identifiers that files hold, of numbers. */
export const personId = (number) => `md5('u' || ${number})`;
export const companyId = (number) => `lpad(cast(${number} as varchar), 14, '0')`;

/** Writes the files of weeks `from` to `to`, `to` left out, of so many uses and hires each. */
export async function writeWeeks(folder, { from, to, ...size }) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const id = `CASE WHEN person IS NULL THEN md5('x' || stranger) ELSE ${personId('person')} END`;
  for (let week = from; week < to; week++) {
    const path = (name) => join(folder, `${name}-${String(week).padStart(3, '0')}.csv`);
    await connection.run(
      `COPY (SELECT ${personId('person')} AS id, ${companyId('company')} AS siret, jour, canal FROM (${usesOf(week, size)})) TO '${path('usage')}' (HEADER)`,
    );
    await connection.run(
      `COPY (SELECT ${id} AS id, ${companyId('company')} AS siret, jour, declare FROM (${hiresOf(week, size)})) TO '${path('hires')}' (HEADER)`,
    );
  }
  connection.closeSync();
  instance.closeSync();
}
