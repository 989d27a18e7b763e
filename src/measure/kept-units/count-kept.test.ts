import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { engineOnTables } from '../../engine/fixtures/engine-on-tables.ts';
import { type FollowUpQuestion, type FollowUpRow, followUpCounts } from '../../engine/follow-up-counts.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { ImportedSource } from '../../records/imported-source.ts';
import { openKeptUnits } from '../../records/kept-units/kept-units.ts';
import { countKept } from './count-kept.ts';
import {
  type Arrival,
  arrivals,
  columns,
  type Kind,
  questions,
  type Rows,
  rows,
} from './fixtures/arrivals.ts';

const { engine, maker, folder, close } = await engineOnTables();
afterAll(close);

const { plan } = readPlan(`
foulee: 1
service: {id: boite, name: La Boite}
effect: {statement: Des personnes retrouvent un emploi, domain: social}
sources:
  uses: {kind: events, files: [u.csv], subject: id, target: lieu, time: jour, matching_right: journal applicatif}
  hires: {kind: outcomes, files: [h.csv], subject: id, target: lieu, time: jour, matching_right: arrêté}
indicators:
  - {id: hired, method: follow-up, exposure: uses, outcome: hires, horizons: [30d], window: {after: 0d, until: 30d}}
`);
if (plan === null) throw new Error('the plan must be read');
const service = join(folder, 'records', 'boite');
const units = join(service, '.units', 'hired');
mkdirSync(service, { recursive: true });

interface Segment {
  readonly path: string;
  readonly rows: Rows;
}
let serial = 0;
async function written(kind: Kind, rows: Rows): Promise<Segment> {
  const path = join(folder, `${kind}-${++serial}.parquet`);
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  await maker.run(`copy (select * from (values ${values}) t(${columns[kind]})) to '${path}'`);
  return { path, rows };
}

const asSource = (source: Kind, segments: readonly Segment[]): ImportedSource => ({
  source,
  kind: source === 'hires' ? 'outcomes' : source === 'uses' ? 'events' : 'units',
  files: segments.map(({ path }) => path),
  rows: segments.reduce((sum, segment) => sum + segment.rows.length, 0),
  rejected: 0,
  withoutSubject: 0,
  firstDay: null,
  lastDay: null,
  lastRecorded: null,
  digest: '',
  importedOn: '2026-01-01',
});

interface World {
  readonly question: FollowUpQuestion;
  readonly index: readonly Segment[];
  readonly hires: readonly Segment[];
}

async function after(kind: Kind, world: World, arrival: Arrival): Promise<World> {
  const { index, hires } = world;
  if (arrival.what === 'ask') return { ...world, question: arrival.question };
  if (arrival.what === 'replace')
    return { ...world, index: [await written(kind, arrival.index), ...index.slice(1)] };
  if (arrival.what === 'rows') {
    const more = async (name: Kind, added: Rows) => (added.length > 0 ? [await written(name, added)] : []);
    return {
      ...world,
      index: [...index, ...(await more(kind, arrival.index))],
      hires: [...hires, ...(await more('hires', arrival.hires))],
    };
  }
  const without = async (name: Kind, segment: Segment): Promise<Segment> => {
    const left = segment.rows.filter(([who]) => who !== arrival.who);
    return left.length === segment.rows.length || left.length === 0 ? segment : written(name, left);
  };
  return {
    ...world,
    index: await Promise.all(index.map((segment) => without(kind, segment))),
    hires: await Promise.all(hires.map((segment) => without('hires', segment))),
  };
}

/** How many times the counts were those of an earlier count and of what was new. */
async function checked(kind: Kind, { question, index, hires }: World): Promise<number> {
  const sources = { index: asSource(kind, index), outcome: asSource('hires', hires) };
  for (const { source, files } of Object.values(sources)) await engine.expose({ name: source, files });
  const everything = await engine.query<FollowUpRow>(followUpCounts(question));
  const kept = openKeptUnits(plan as NonNullable<typeof plan>, { dataFolder: folder });
  if (kept === null) throw new Error('the units are held by another measure');
  try {
    const asked = { engine, question, ...sources, most: 40, onProgress: () => {} };
    expect(await countKept({ ...asked, store: kept.of('hired') })).toEqual(everything);
    return (kept.of('hired').known?.generation ?? 0) > 0 ? 1 : 0;
  } finally {
    kept.close();
  }
}

const both = ['subject', 'target'] as const;
test.each([
  ['uses', both],
  ['uses', ['subject']],
  ['people', ['subject']],
  ['people', both],
] as const)(
  'whatever arrives, %s by %j: the counts are those of everything counted again',
  async (kind, keys) => {
    let continued = 0;
    await fc.assert(
      fc.asyncProperty(
        rows(kind, 20, 40),
        rows('hires', 20, 40),
        questions(kind, keys),
        arrivals(kind, keys),
        async (index, hires, question, later) => {
          rmSync(units, { recursive: true, force: true });
          let world: World = {
            question,
            index: [await written(kind, index)],
            hires: [await written('hires', hires)],
          };
          await checked(kind, world);
          for (const arrival of later) {
            world = await after(kind, world, arrival);
            continued += await checked(kind, world);
          }
        },
      ),
      { numRuns: 6, endOnFailure: true },
    );
    // Else everything was counted again each time, and nothing was tried.
    expect(continued).toBeGreaterThan(4);
  },
);

test('what an interrupted count left is not read, and goes', async () => {
  rmSync(units, { recursive: true, force: true });
  mkdirSync(units, { recursive: true });
  writeFileSync(join(units, 'units-half.parquet'), 'half');
  writeFileSync(join(units, 'units.json.draft'), '{"version": 1');
  const kept = openKeptUnits(plan, { dataFolder: folder });
  expect(kept?.of('hired').known).toBeNull();
  expect(openKeptUnits(plan, { dataFolder: folder }), 'one measure at a time').toBeNull();
  kept?.close();
  expect(readdirSync(units)).toEqual([]);
});
