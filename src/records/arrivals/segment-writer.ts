import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../sync-to-disk.ts';
import { streamName } from './arrivals-folder.ts';

/** Appends whole lines to the stream of one source; what `append` resolves is on disk, even after a power cut. */
export interface SegmentWriter {
  /** Rejects when it could not be written: nothing of it stays, and the writer serves no more. */
  append(lines: string): Promise<void>;
  /** Resolves once all that was appended before is on disk. */
  settled(): Promise<void>;
  /** Bytes not on disk yet. */
  waiting(): number;
  close(): Promise<void>;
}

interface Waiting {
  readonly bytes: Buffer;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Above this size a new file is begun. */
const segmentSize = 64e6;

/**
 * `first`: number of the next file, made when there is something to write. While one group of lines is being written
 * and synced, those that come wait and are then written together: one sync for all.
 */
export function segmentWriter(folder: string, first: number, largest: number = segmentSize): SegmentWriter {
  let number = first;
  let file: FileHandle | null = null;
  let size = 0;
  let queue: Waiting[] = [];
  let waiting = 0;
  let failure: { readonly error: unknown } | null = null;
  let running: Promise<void> | null = null;

  const current = async (): Promise<FileHandle> => {
    if (file !== null && size < largest) return file;
    await file?.close();
    file = await open(join(folder, streamName(number)), 'ax', 0o600);
    syncFolder(folder);
    syncFolder(dirname(folder));
    number += 1;
    size = 0;
    return file;
  };
  const write = async (group: readonly Waiting[]): Promise<void> => {
    const into = await current();
    const bytes = Buffer.concat(group.map((part) => part.bytes));
    try {
      await into.appendFile(bytes);
      await into.datasync();
    } catch (error) {
      await into.truncate(size).catch(() => {});
      throw error;
    }
    size += bytes.length;
  };
  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      const group = queue;
      queue = [];
      try {
        if (failure) throw failure.error;
        await write(group);
        for (const { done } of group) done();
      } catch (error) {
        failure ??= { error };
        for (const { failed } of group) failed(error);
      }
      waiting -= group.reduce((sum, { bytes }) => sum + bytes.length, 0);
    }
    running = null;
  };
  const enqueue = (lines: string): Promise<void> => {
    const bytes = Buffer.from(lines);
    waiting += bytes.length;
    return new Promise((done, failed) => {
      queue.push({ bytes, done, failed });
      running ??= run();
    });
  };
  return {
    append: enqueue,
    settled: () => (running === null ? Promise.resolve() : enqueue('')),
    waiting: () => waiting,
    async close() {
      while (running !== null) await running;
      await file?.close();
    },
  };
}
