import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Config } from '../../platform/config.ts';
import { lockFile } from '../../platform/process-lock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockImport } from '../import-lock.ts';
import type { ImportedSource } from '../imported-source.ts';
import { safeName, serviceFolder } from '../records-folder.ts';
import { syncFile, syncFolder } from '../sync-to-disk.ts';
import { type KeptState, readState, stateName } from './kept-state.ts';

/** Where the units of one indicator are kept from one count to the next: pseudonyms, days, nothing else of anyone. */
export interface UnitStore {
  /** What the last count kept, when all its files are there. */
  readonly known: KeptState | null;
  path(name: string): string;
  /** A name that no file has yet; what it holds is nothing before `keep` names it. */
  newName(what: string): string;
  /** Keeps what was counted from these records, unless they have changed since: somebody may have been erased. */
  keep(state: KeptState, records: readonly ImportedSource[]): void;
  /** Removes everything. */
  forget(): void;
}

/** The stores of a service, for one measure at a time. */
export interface KeptUnits {
  of(indicator: string): UnitStore;
  close(): void;
}

const folderName = '.units';

/** Null when another measure of this service has them. */
export function openKeptUnits(plan: Plan, config: Pick<Config, 'dataFolder'>): KeptUnits | null {
  const service = serviceFolder(config.dataFolder, plan.service.id);
  const unlock = lockOrNull(() => lockFile(join(service, 'units.lock'), busy));
  if (unlock === null) return null;
  const folder = join(service, folderName);
  const used = new Set(plan.indicators.map(({ id }) => safeName(id)));
  for (const name of namesIn(folder)) if (!used.has(name)) remove(join(folder, name));
  return { of: (indicator) => unitStore(service, join(folder, safeName(indicator))), close: unlock };
}

/** Removes the units kept of a service, whatever the indicator. */
export function forgetKeptUnits(service: string): void {
  remove(join(service, folderName));
}

function unitStore(service: string, folder: string): UnitStore {
  const state = readState(folder);
  const whole = state !== null && filesOf(state).every((name) => existsSync(join(folder, name)));
  const known = whole ? state : null;
  sweep(folder, known);
  return {
    known,
    path: (name) => join(folder, name),
    newName(what) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return `${what}-${randomBytes(8).toString('hex')}.parquet`;
    },
    keep(state, records) {
      const unlock = lockOrNull(() => lockImport(service));
      try {
        if (unlock === null || !records.every(({ files }) => files.every((file) => existsSync(file)))) {
          sweep(folder, known);
          return;
        }
        for (const name of filesOf(state)) {
          if (!filesOf(known).includes(name)) syncFile(join(folder, name));
        }
        const draft = join(folder, `${stateName}.draft`);
        writeFileSync(draft, `${JSON.stringify(state, null, 1)}\n`, { mode: 0o600, flush: true });
        renameSync(draft, join(folder, stateName));
        syncFolder(folder);
        sweep(folder, state);
      } finally {
        unlock?.();
      }
    },
    forget: () => remove(folder),
  };
}

/** Names of the segments of each source: what is new are those not known. */
export const segmentsOf = (records: readonly ImportedSource[]): Record<string, string[]> =>
  Object.fromEntries(records.map(({ source, files }) => [source, files.map((file) => basename(file))]));

const filesOf = (state: KeptState | null): readonly string[] =>
  state === null ? [] : [...state.units, state.counts];

function sweep(folder: string, state: KeptState | null): void {
  const listed = new Set(state === null ? [] : [stateName, ...filesOf(state)]);
  for (const name of namesIn(folder)) if (!listed.has(name)) remove(join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true });

function lockOrNull(lock: () => () => void): (() => void) | null {
  try {
    return lock();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const busy = () => new Refusal('data', 'Une autre mesure de ce service est en cours.', 'Attendez sa fin.');
