import { join } from 'node:path';
import type { Column, Source } from '../plan/plan.ts';
import type { Config } from '../platform/config.ts';
import { type DuckDbSession, openDuckDb } from '../platform/duckdb.ts';
import type { PseudonymKey } from '../platform/key.ts';
import { storedNames } from './arrivals/arrival-shape.ts';
import { giveDictionaries } from './dictionaries.ts';
import { givePseudonyms } from './pseudonym-sql.ts';
import { fileColumns } from './record-shape.ts';
import type { Erasure } from './wanted-sql.ts';

/** What importing the files of one source takes. */
export interface ImportContext {
  readonly source: Source;
  /** Their names in the files, in the order of `fileColumns`. */
  readonly columns: readonly Column[];
  /** Where segments and lists of rows set aside go. */
  readonly folder: string;
  /** Pseudonymised rows waiting to be sorted; emptied after each file. */
  readonly staging: string;
  readonly today: string;
  readonly longestLine: number;
  readonly erasure: Erasure;
  readonly signal: AbortSignal | undefined;
  /** Reads files. Holds identifiers, so it never spills to disk. */
  readonly reader: DuckDbSession;
  /** Sorts pseudonymised rows; may spill. */
  sorter(): Promise<DuckDbSession>;
  /** Reads files one row after the other, to tell their lines. */
  ordered(): Promise<DuckDbSession>;
  close(): void;
}

/** Days in the future were refused when the rows arrived; what was acknowledged is kept. */
const seenAtTheDoor = '2199-12-31';

export async function openImport(
  source: Source,
  files: readonly string[],
  folder: string,
  options: {
    readonly config: Config;
    readonly key: PseudonymKey;
    readonly today: string;
    readonly longestLine: number;
    readonly erasure: Erasure;
    readonly signal: AbortSignal | undefined;
    readonly onSession: (session: DuckDbSession) => void;
  },
): Promise<ImportContext> {
  const { config, key } = options;
  const staging = join(folder, 'staging');
  const opened = new Map<string, DuckDbSession>();
  const open = async (
    name: 'reader' | 'sorter' | 'ordered',
    temporaryFolder: string | null,
    threads: number,
  ) => {
    const known = opened.get(name);
    if (known) return known;
    const session = await openDuckDb({
      threads,
      memory: config.memory,
      temporaryFolder,
      folders: [folder],
      files,
      // DuckDB cannot tell how many rows a CSV holds, and would hash them all rather than the dictionary; it would
      // also read each JSON text as many times as the source's filter looks at it.
      asWritten: name !== 'sorter',
      keepOrder: threads === 1,
    });
    options.onSession(session);
    opened.set(name, session);
    return session;
  };
  const reader = await open('reader', null, config.threads);
  await givePseudonyms(reader.connection, key);
  await giveDictionaries(reader.connection);
  return {
    source,
    columns: source.arrivals ? storedNames(source) : fileColumns(source),
    folder,
    staging,
    today: source.arrivals ? seenAtTheDoor : options.today,
    longestLine: options.longestLine,
    erasure: options.erasure,
    signal: options.signal,
    reader,
    sorter: () => open('sorter', config.temporaryFolder, config.threads),
    ordered: () => open('ordered', null, 1),
    close() {
      for (const session of opened.values()) session.close();
    },
  };
}
