import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../platform/refusal.ts';
import { arrivalFormat } from './arrivals/arrived-files.ts';
import type { Content } from './content-digest.ts';
import type { ContentEnd } from './content-end.ts';
import type { SourceFile } from './discover-files.ts';
import type { Fault } from './fault-sql.ts';
import { partOf } from './file-progress.ts';
import { formatOf } from './format-of.ts';
import { importBatches } from './import-batches.ts';
import type { ImportContext } from './import-context.ts';
import type { InputFormat } from './input-format.ts';
import { locateRejects, structuralRejects } from './locate-rejects.ts';
import type { ImportedFile } from './manifest.ts';
import { pseudonymiseRows } from './pseudonymise-rows.ts';
import { rawRowsSql } from './raw-rows-sql.ts';
import { countReasons, faultOf, openRejects, type Reject } from './rejects.ts';
import { isoDays, slashOrders } from './slash-orders.ts';
import { type TypingOptions, typedRowsSql } from './typed-rows-sql.ts';
import { segmentPrefix, writeSegments } from './write-segments.ts';

/** What reading has of the progress of a file; sorting has the rest. */
const readingShare = 0.8;

/** Bytes from which a file has enough rows for its identifiers to be looked up rather than each hashed. */
const worthLearning = 2_500_000;

/** What reading a file leaves in the staging folder. */
export interface Staged {
  readonly faults: readonly Fault[];
  /** Lines that could not be split into values. */
  readonly broken: readonly { readonly column: null; readonly reason: string; readonly rows: number }[];
  /** Writes where the rows set aside are; only called when there are some. */
  locate(add: (reject: Reject) => void): Promise<void>;
}

export interface FileImport {
  readonly file: ImportedFile;
  /** Whether only what comes after `end` was read. */
  readonly appended: boolean;
}

/**
 * Reads one file into new segments. Nothing it writes is part of the records before the manifest names it.
 * `end`: where the content already imported ends; the rest is read alone when nothing before depends on it.
 * `onShare`: how far the file is, from 0 to 1.
 */
export async function importFile(
  context: ImportContext,
  file: SourceFile,
  content: Content,
  mark: string,
  end: ContentEnd | null,
  onShare: (share: number) => void,
): Promise<FileImport> {
  const { arrivals } = context.source;
  const sniffed = arrivals
    ? { format: arrivalFormat(context.columns), notes: [], slashes: false }
    : await formatOf(context, file, content);
  if (sniffed === null) return { file: nothing(file, content, ['fichier vide']), appended: false };
  const { format, notes } = sniffed;
  rmSync(context.staging, { recursive: true, force: true });
  mkdirSync(context.staging, { recursive: true, mode: 0o700 });

  const orders = sniffed.slashes === false ? isoDays : await slashOrders(context, file, format);
  const options = { today: context.today, slashOrder: orders.order };
  const lines = format.type === 'csv' || format.type === 'json-lines';
  const appended = lines && end !== null && format.compression === 'none' && orders.notes.length === 0;
  // DuckDB's reader skips some lines that are too long without a word.
  const byBatches = lines && (appended || arrivals || content.longLine || format.encoding === 'windows-1252');
  const reading = partOf(onShare, 0, readingShare);
  const staged = byBatches
    ? await importBatches(context, file, format, options, appended ? end : null, reading)
    : await importAtOnce(context, file, format, content, options, reading);

  const prefix = segmentPrefix(content.digest, mark);
  const { connection } = await context.sorter();
  const written = await writeSegments(
    connection,
    context.source,
    context.staging,
    context.folder,
    prefix,
    context.erasure,
    partOf(onShare, readingShare, 1),
  );
  rmSync(context.staging, { recursive: true, force: true });

  const reasons = countReasons([
    ...staged.broken,
    ...[...written.faults].map(([code, rows]) => ({ ...faultOf(staged.faults, code), rows })),
  ]);
  const rejected = reasons.reduce((sum, { rows }) => sum + rows, 0);
  const rejects = rejected === 0 ? [] : [`${prefix}.rejets.csv`];
  for (const name of rejects) {
    const list = openRejects(join(context.folder, name), file.name);
    await staged.locate(list.add);
    list.close();
  }
  const imported = {
    name: file.name,
    size: content.size,
    digest: content.digest,
    rows: written.rows,
    rejected,
    withoutSubject: written.withoutSubject,
    filteredOut: written.leftOut,
    reasons,
    firstDay: written.firstDay,
    lastDay: written.lastDay,
    lastRecorded: written.lastRecorded,
    segments: [...written.names],
    reports: [...written.reports],
    rejects,
    notes: [...notes, ...orders.notes],
  };
  return { file: imported, appended };
}

async function importAtOnce(
  context: ImportContext,
  file: SourceFile,
  format: InputFormat,
  content: Content,
  options: TypingOptions,
  onShare: (share: number) => void,
): Promise<Staged> {
  const { reader, source, columns, longestLine } = context;
  const reading = { path: file.path, columns, longestLine };
  const text = format.type !== 'parquet';
  const nested = format.type === 'json-lines' || format.type === 'json-array';
  const nul = !text || format.compression !== 'none' || content.nul;
  const rejectsTable = format.type === 'csv' || format.type === 'json-lines' ? 'reject_lines' : null;
  const forget = async () => {
    await reader.connection.run('DROP TABLE IF EXISTS reject_lines');
    await reader.connection.run('DROP TABLE IF EXISTS reject_scans');
  };
  const rows = { sql: rawRowsSql(format, { ...reading, rejectsTable: null }), nested, nul };
  const kept = { ...rows, sql: rawRowsSql(format, { ...reading, rejectsTable }) };
  await forget();
  const faults = await pseudonymiseRows(reader.connection, source, rows, {
    ...options,
    path: join(context.staging, 'rows.parquet'),
    learn: file.size >= worthLearning,
    rowsToStore: kept,
    onShare,
  });
  const broken = rejectsTable ? await structuralRejects(reader.connection, rejectsTable) : [];
  await forget();
  return {
    faults,
    broken: countReasons(broken.map(({ reason }) => ({ column: null, reason, rows: 1 }))).map((part) => ({
      ...part,
      column: null,
    })),
    async locate(add) {
      const { connection } = await context.ordered();
      const ranked = { ...rows, sql: rawRowsSql(format, { ...reading, rejectsTable: null, ordinal: true }) };
      const typed = typedRowsSql(source, ranked, { ...options, carried: 'ordinal' });
      await locateRejects(connection, typed, file.path, format, broken, longestLine, add);
    },
  };
}

function nothing(file: SourceFile, content: Content, notes: readonly string[]): ImportedFile {
  return {
    name: file.name,
    size: content.size,
    digest: content.digest,
    rows: 0,
    rejected: 0,
    withoutSubject: 0,
    filteredOut: 0,
    reasons: [],
    firstDay: null,
    lastDay: null,
    lastRecorded: null,
    segments: [],
    reports: [],
    rejects: [],
    notes: [...notes],
  };
}

/** Refuses a file that was written to while it was read: its rows would be half of two contents. */
export function refuseIfChanged(before: SourceFile, now: SourceFile | undefined): void {
  if (now && now.size === before.size && now.modified === before.modified) return;
  throw new Refusal(
    'data',
    `${before.name} a changé pendant sa lecture : l'état précédent est conservé.`,
    'Relancez l’import quand plus rien n’écrit dans ce fichier, ou importez-en une copie.',
  );
}
