import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentWith, readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import type { Workplace } from './command-line.ts';

/** A site that runs in a process of its own, `foulee serve` as built. */
export interface RealSite {
  readonly address: string;
  /** What it wrote for who started it, so far. */
  said(): string;
  /** What it wrote in its log, so far. */
  logged(): string;
  /** Waits until it says so. */
  until(said: RegExp): Promise<void>;
  /** Sends it a signal, and waits for its end; returns its exit code, null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a site on the records and database of a workplace, on a port the system chooses. */
export async function startSite({ folder, data }: Workplace, ...options: string[]): Promise<RealSite> {
  const child = spawn(process.execPath, [resolve('bin/foulee.js'), 'serve', ...options], {
    cwd: folder,
    env: environmentWith({ FOULEE_DATA: data, DATABASE_URL: '', PORT: '0' }),
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [said, logged] = [textOf(child, 'stdout'), textOf(child, 'stderr')];
  const until = async (wanted: RegExp) => {
    while (!wanted.test(said())) {
      if (child.exitCode !== null) throw new Error(`the site stopped: ${said()}${logged()}`);
      await pause(50);
    }
  };
  await until(/est ouverte/);
  return {
    address: /http:\/\/[\d.]+:\d+/.exec(said())?.[0] ?? '',
    said,
    logged,
    until,
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Does something in the database of a workplace while no site runs on it. */
export async function inDatabase<T>({ data }: Workplace, act: (db: Database) => Promise<T>): Promise<T> {
  mkdirSync(data, { recursive: true });
  const db = await openDatabase(readConfig(environmentWith({ FOULEE_DATA: data, DATABASE_URL: '' })));
  try {
    await migrate(db);
    return await act(db);
  } finally {
    await db.destroy();
  }
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

function textOf(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.on('data', (part) => {
    text += part;
  });
  return () => text;
}
