import { rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ownFolder } from './own-folder.ts';

export interface DuckDbSettings {
  readonly threads: number;
  /** Bytes DuckDB may use before it spills to `temporaryFolder`. */
  readonly memory: number;
  /**
   * Where data spills when memory is full, in a folder of its own removed at the end. Null: never on disk; a
   * statement that needs more memory fails. Sessions that see raw identifiers must pass null: DuckDB without
   * its httpfs extension refuses to write encrypted temporary files.
   */
  readonly temporaryFolder: string | null;
  /** The only folders this session may read and write. */
  readonly folders: readonly string[];
  /** Files it may read besides. */
  readonly files?: readonly string[];
  /** Keeps the order of rows where statements do not say one; needs more memory. */
  readonly keepOrder?: boolean;
  /**
   * Runs a statement as it is written: its tables are joined in that order, each hashing its right side, and its
   * filters stay where they are rather than repeat the expressions of the steps below them.
   */
  readonly asWritten?: boolean;
}

export interface DuckDbSession {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * An in-memory DuckDB with bounded memory, no extension but those built in, and no access to any file but the
 * ones named; its configuration is then locked. Row order is not kept: statements that need an order say so.
 */
export async function openDuckDb(settings: DuckDbSettings): Promise<DuckDbSession> {
  const spill = settings.temporaryFolder === null ? null : ownFolder(settings.temporaryFolder, 'duckdb');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(settings.threads),
    memory_limit: `${Math.round(settings.memory / 1e6)}MB`,
    temp_directory: spill ?? '',
    preserve_insertion_order: String(settings.keepOrder ?? false),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // What DuckDB keeps of a file it has read, it takes for a later one of the same name, size and second.
  await connection.run('SET enable_external_file_cache = false');
  if (settings.asWritten) {
    await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side,filter_pushdown'");
  }
  await connection.run(
    `SET allowed_directories = ${textList([...settings.folders, ...(spill ? [spill] : [])].map(withSlash))}`,
  );
  await connection.run(`SET allowed_paths = ${textList(settings.files ?? [])}`);
  // Without these, DuckDB does not tell how far a statement is.
  await connection.run('SET enable_progress_bar = true');
  await connection.run('SET enable_progress_bar_print = false');
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
      if (spill) rmSync(spill, { recursive: true, force: true });
    },
  };
}

const progressEvery = 250;

/** Tells now and then the share, 0 to 1, of the statement under way that is done; call what it returns to stop. */
export function watchProgress(connection: DuckDBConnection, onShare: (share: number) => void): () => void {
  const watch = setInterval(() => {
    const { percentage } = connection.progress;
    onShare(percentage > 0 ? Math.min(1, percentage / 100) : 0);
  }, progressEvery);
  return () => clearInterval(watch);
}

/** Text as an SQL literal, for the few places where DuckDB takes no bound value (COPY … TO, SET). */
export function textLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const textList = (texts: readonly string[]) => `[${texts.map(textLiteral).join(', ')}]`;
const withSlash = (folder: string) => (folder.endsWith('/') ? folder : `${folder}/`);
