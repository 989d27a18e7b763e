import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import type { Source } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import type { DuckDbSession } from '../platform/duckdb.ts';
import type { PseudonymKey } from '../platform/key.ts';
import { Refusal } from '../platform/refusal.ts';
import { arrivalChanges, arrivedFiles } from './arrivals/arrived-files.ts';
import { type Content, digestContent } from './content-digest.ts';
import { endOf } from './content-end.ts';
import { discoverFiles, type SourceFile } from './discover-files.ts';
import { fileRefusal } from './duckdb-failure.ts';
import { earlierErasure } from './earlier-erasure.ts';
import { fileChanges } from './file-changes.ts';
import { openImport } from './import-context.ts';
import { importFile, refuseIfChanged } from './import-file.ts';
import { type SourceSummary, summariseSource } from './import-summary.ts';
import { type ImportedFile, type Manifest, readManifest } from './manifest.ts';
import { refuseTooManyRejects } from './rejected-share.ts';
import { mayStartWith, settledFiles, stampOf } from './settled-files.ts';

export interface SourceImport {
  readonly folder: string;
  /** The state to commit; null: nothing changed. */
  readonly manifest: Manifest | null;
  readonly summary: SourceSummary;
}

export interface SourceImportOptions {
  readonly planFolder: string;
  readonly folder: string;
  /** Where rows received over the network are kept. */
  readonly arrivals: string;
  readonly config: Config;
  readonly key: PseudonymKey;
  readonly today: string;
  /** The present instant, ISO 8601. */
  readonly now: string;
  readonly longestLine: number;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (label: string, share: number | null) => void;
}

/** Brings one source up to date in new files beside the current ones; the caller commits the new manifest. */
export async function importSource(source: Source, options: SourceImportOptions): Promise<SourceImport> {
  const { folder, signal, onProgress } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const previous = readManifest(folder);
  const old = previous?.files ?? [];
  const { erased, since } = previous ?? earlierErasure(folder);
  const erasure = { erased, since };
  const { files, unmatched } = source.arrivals
    ? { files: arrivedFiles(options.arrivals), unmatched: [] }
    : discoverFiles(source.name, source.files, options.planFolder);
  if (old.length === 0 && unmatched[0]) {
    throw new Refusal(
      'data',
      unmatched[0].sentence,
      'Corrigez « files » dans le plan, ou ajoutez le fichier.',
    );
  }
  const present = source.arrivals ? [] : await digestAll(source, files, old, options);
  const changes = source.arrivals ? await arrivalChanges(files, old, signal) : fileChanges(present, old);
  const stamps = new Map(present.map(({ file, stamp }) => [file.name, stamp]));
  const fresh: ImportedFile[] = [];
  const read: ImportedFile[] = [];
  if (changes.toRead.length > 0) {
    const sessions = new Set<DuckDbSession>();
    const stop = () => {
      for (const { connection } of sessions) connection.interrupt();
    };
    signal?.addEventListener('abort', stop);
    const context = await openImport(
      source,
      changes.toRead.map(({ file }) => file.path),
      folder,
      { ...options, erasure, onSession: (session) => sessions.add(session) },
    );
    const total = changes.toRead.reduce((sum, { file }) => sum + file.size, 0);
    let done = 0;
    try {
      for (const { file, content, before, grown } of changes.toRead) {
        signal?.throwIfAborted();
        const tell = (share: number) =>
          onProgress(
            `Import de ${source.name} : ${file.name}`,
            total > 0 ? (done + share * file.size) / total : null,
          );
        tell(0);
        const end = grown && before ? await endOf(file, before) : null;
        const result = await importFile(context, file, content, randomBytes(8).toString('hex'), end, tell);
        if (!source.arrivals) refuseIfChanged(file, stateOf(file));
        read.push(result.file);
        const stamp = stamps.get(file.name) ?? null;
        fresh.push({
          ...(result.appended && before ? joined(before, result.file) : result.file),
          ...(stamp !== null && { stamp }),
        });
        done += file.size;
      }
    } catch (error) {
      throw fileRefusal(error, changes.toRead[read.length]?.file.name ?? source.name);
    } finally {
      signal?.removeEventListener('abort', stop);
      context.close();
    }
    refuseTooManyRejects(source, read, folder);
  }
  const kept = [...changes.unchanged, ...changes.gone, ...fresh].sort((a, b) => (a.name < b.name ? -1 : 1));
  refuseAllEmpty(source, kept);
  const manifest =
    fresh.length === 0 ? null : { version: 1 as const, importedOn: options.today, files: kept, ...erasure };
  const summary = summariseSource(source, { folder, read, kept, changes, unmatched });
  return { folder, manifest, summary };
}

interface PresentFile {
  readonly file: SourceFile;
  readonly content: Content;
  readonly stamp: string | null;
}

/** What each file holds; those that were not written to since their import are not read again. */
async function digestAll(
  source: Source,
  files: readonly SourceFile[],
  old: readonly ImportedFile[],
  options: SourceImportOptions,
): Promise<readonly PresentFile[]> {
  const settled = settledFiles(files, old, options.now);
  const others = files.filter((file) => !settled.has(file));
  // A shorter file beside it may be its start: only its bytes can tell.
  const again = [...settled.keys()].filter((file) => others.some((other) => mayStartWith(file, other)));
  const read = new Map([...others, ...again].map((file) => [file, null]));
  const lengths = [...old.map((entry) => entry.size), ...files.map((file) => file.size)];
  const digest = digester(source, [...read.keys()], lengths, options);
  const present: PresentFile[] = [];
  for (const file of files) {
    const stamp = stampOf(file.path, options.now);
    const content = (read.has(file) ? null : settled.get(file)) ?? (await digest(file));
    present.push({ file: { ...file, size: content.size }, content, stamp });
  }
  return present;
}

function digester(
  source: Source,
  files: readonly SourceFile[],
  lengths: readonly number[],
  { signal, onProgress, longestLine }: SourceImportOptions,
): (file: SourceFile) => Promise<Content> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    onProgress(`Lecture de ${source.name}`, total > 0 ? done / total : null);
  };
  return (file) =>
    digestContent(file.path, lengths, longestLine, onBytes, signal).catch((error) => {
      throw unreadable(error, file.name);
    });
}

function unreadable(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'EACCES' && code !== 'EPERM') return fileRefusal(error, name);
  return new Refusal(
    'data',
    `${name} ne peut pas être lu : ce compte n'en a pas le droit.`,
    'Donnez le droit de lecture sur ce fichier.',
  );
}

function stateOf(file: SourceFile): SourceFile | undefined {
  const state = statSync(file.path, { throwIfNoEntry: false });
  return state && { ...file, size: state.size, modified: state.mtimeMs };
}

/** What was known of a file, and of the rows added at its end. */
function joined(before: ImportedFile, added: ImportedFile): ImportedFile {
  const first = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
  const last = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
  return {
    ...added,
    rows: before.rows + added.rows,
    rejected: before.rejected + added.rejected,
    withoutSubject: before.withoutSubject + added.withoutSubject,
    filteredOut: before.filteredOut + added.filteredOut,
    reasons: [...before.reasons, ...added.reasons],
    firstDay: first(before.firstDay, added.firstDay),
    lastDay: last(before.lastDay, added.lastDay),
    lastRecorded: last(before.lastRecorded, added.lastRecorded),
    segments: [...before.segments, ...added.segments],
    reports: [...before.reports, ...added.reports],
    rejects: [...before.rejects, ...added.rejects],
    notes: [...new Set([...before.notes, ...added.notes])],
  };
}

function refuseAllEmpty(source: Source, files: readonly ImportedFile[]): void {
  const lines = files.reduce(
    (sum, file) => sum + file.rows + file.rejected + file.withoutSubject + file.filteredOut,
    0,
  );
  if (lines > 0) return;
  if (source.arrivals) {
    throw new Refusal(
      'data',
      `Source « ${source.name} » : rien n’est encore arrivé.`,
      'Envoyez des lignes (docs/collecte.md dit comment), avec la même clé de pseudonymisation que cet import.',
    );
  }
  const bare = files.every(({ size }) => size > 0);
  const what =
    files.length > 1
      ? `aucune ligne de données dans ${files.length} fichiers`
      : bare
        ? 'aucune ligne sous les noms de colonnes'
        : 'le fichier est vide';
  throw new Refusal(
    'data',
    `Source « ${source.name} » : ${what} (${files
      .map(({ name }) => name)
      .slice(0, 5)
      .join(', ')}).`,
    'Vérifiez l’extraction : il faut une ligne de noms de colonnes et au moins une ligne de données.',
  );
}
