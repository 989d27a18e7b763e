import type { DuckDBConnection } from '@duckdb/node-api';
import { watchProgress } from '../platform/duckdb.ts';

/** Runs statements one after the other and tells how far all of them are. */
export type Watched = <T>(connection: DuckDBConnection, statement: () => Promise<T>) => Promise<T>;

/** Spreads `onShare`, from 0 to 1, evenly over `count` statements; those beyond tell nothing more. */
export function watchStatements(count: number, onShare: (share: number) => void): Watched {
  let done = 0;
  let told = 0;
  const tell = (share: number) => {
    told = Math.max(told, Math.min(1, share));
    onShare(told);
  };
  return async (connection, statement) => {
    const stop = watchProgress(connection, (share) => tell((done + share) / count));
    try {
      return await statement();
    } finally {
      stop();
      done += 1;
      tell(done / count);
    }
  };
}

/** One part of a longer work: what goes from 0 to 1 here goes from `from` to `to` there. */
export const partOf =
  (onShare: (share: number) => void, from: number, to: number) =>
  (share: number): void =>
    onShare(from + share * (to - from));
