import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan, Source } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import { openDuckDb } from '../platform/duckdb.ts';
import { type PseudonymKey, readKeyIfAny } from '../platform/key.ts';
import { Refusal } from '../platform/refusal.ts';
import { arrivalsFolder } from './arrivals/arrivals-folder.ts';
import { eraseArrivals } from './arrivals/erase-arrivals.ts';
import { otherErasures } from './earlier-erasure.ts';
import { eraseRows } from './erase-rows.ts';
import { lockImport } from './import-lock.ts';
import { forgetKeptUnits } from './kept-units/kept-units.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { givePseudonyms, identifierSql } from './pseudonym-sql.ts';
import { serviceFolder, sourceFolder } from './records-folder.ts';
import { sweep } from './sweep.ts';

/** What to erase of a service's records. */
export type Erasing =
  | { readonly what: 'people'; readonly identifiers: readonly string[] }
  | { readonly what: 'before'; readonly day: string }
  | { readonly what: 'source'; readonly source: string };

export interface ErasedSource {
  readonly source: string;
  readonly rows: number;
}

/**
 * Erases people (by their raw identifiers, which stay in memory), rows older than a day, or a whole source, and keeps
 * people and old rows from coming back at the next import. What other versions of the plan imported of the same
 * sources is removed whole: it holds the same people. Each source changes at once or not at all.
 */
export async function eraseRecords(
  plan: Plan,
  config: Config,
  erasing: Erasing,
): Promise<readonly ErasedSource[]> {
  const service = serviceFolder(config.dataFolder, plan.service.id);
  const key = readKeyIfAny(config);
  if (key === null) throw nothingHere();
  const arrivalsOf = (source: Source) =>
    arrivalsFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
  const received = Object.values(plan.sources).some((source) => existsSync(arrivalsOf(source)));
  if (!existsSync(service) && !received) throw nothingHere();
  const sources = Object.values(plan.sources).filter(
    ({ name }) => erasing.what !== 'source' || erasing.source === name,
  );
  if (sources.length === 0) throw unknownSource(plan);
  if (erasing.what !== 'source') {
    for (const source of sources) {
      const folder = sourceFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
      if (readManifest(folder) === null && otherErasures(folder).length > 0) throw notImportedSince(source);
    }
  }
  mkdirSync(service, { recursive: true, mode: 0o700 });
  const unlock = lockImport(service);
  try {
    forgetKeptUnits(service);
    const erased: ErasedSource[] = [];
    for (const source of sources) {
      const folder = sourceFolder(config.dataFolder, plan.service.id, source, key.fingerprint);
      const state = readManifest(folder);
      const pseudonyms =
        erasing.what === 'people' && source.subject !== null
          ? await pseudonymsOf(source, erasing.identifiers, config, key)
          : [];
      if (source.arrivals) {
        eraseArrivals(arrivalsOf(source), source, {
          pseudonyms,
          before: erasing.what === 'before' ? erasing.day : null,
          all: erasing.what === 'source',
        });
      }
      removeOthers(folder, erasing.what === 'source' ? null : folder);
      if (state === null) continue;
      erased.push({
        source: source.name,
        rows: await eraseFrom(source, folder, state, config, pseudonyms, erasing),
      });
    }
    return erased;
  } finally {
    unlock();
  }
}

async function eraseFrom(
  source: Source,
  folder: string,
  state: Manifest,
  config: Config,
  erased: readonly string[],
  erasing: Erasing,
): Promise<number> {
  if (erasing.what === 'source') return state.files.reduce((sum, file) => sum + file.rows, 0);
  const since = [state.since, erasing.what === 'before' ? erasing.day : null].filter((day) => day !== null);
  const session = await openDuckDb({
    threads: config.threads,
    memory: config.memory,
    temporaryFolder: config.temporaryFolder,
    folders: [folder],
  });
  try {
    const { manifest, rows } = await eraseRows(session.connection, source, folder, state, {
      erased: [...new Set([...state.erased, ...erased])].sort(),
      since: since.sort().at(-1) ?? null,
    });
    writeManifest(folder, manifest);
    sweep(folder);
    return rows;
  } finally {
    session.close();
  }
}

/** Raw identifiers are only ever in the memory of a session that never spills. */
async function pseudonymsOf(
  source: Source,
  identifiers: readonly string[],
  config: Config,
  key: PseudonymKey,
): Promise<readonly string[]> {
  const session = await openDuckDb({ threads: 1, memory: config.memory, temporaryFolder: null, folders: [] });
  try {
    await givePseudonyms(session.connection, key);
    const text = identifierSql('text', source.letterCase);
    const values = identifiers.map((_, i) => `($${i + 1})`).join(', ');
    const found = await session.connection.runAndReadAll(
      `SELECT CAST(pseudonym('subject', ${text}) AS VARCHAR) FROM (VALUES ${values}) AS given(text) WHERE ${text} IS NOT NULL`,
      [...identifiers],
    );
    return found.getRows().map(([pseudonym]) => String(pseudonym));
  } finally {
    session.close();
  }
}

/** Removes the folders of a source but one. */
function removeOthers(folder: string, kept: string | null): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (join(parent, name) !== kept) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

const nothingHere = () =>
  new Refusal(
    'data',
    "Aucun enregistrement de ce service n'est rangé ici : il n'y a rien à effacer.",
    'Vérifiez FOULEE_DATA, la clé (FOULEE_KEY ou FOULEE_KEY_FILE) et « service.id » dans le plan.',
  );

const notImportedSince = ({ name }: Source) =>
  new Refusal(
    'data',
    `La source « ${name} » n'a pas été importée depuis que le plan, ou Foulée, a changé : ce qui doit en être effacé ne serait pas retenu.`,
    'Lancez « foulee import », puis recommencez. Rien n’a été effacé.',
  );

const unknownSource = (plan: Plan) =>
  new Refusal(
    'usage',
    "Cette source n'est pas dans le plan.",
    `Ce plan a : ${Object.keys(plan.sources).join(', ')}.`,
  );
