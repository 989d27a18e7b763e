import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environmentWith, readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { testKey, type Workplace } from './command-line.ts';

/** A site that runs in a process of its own, `foulee serve` as built. */
export interface RealSite {
  readonly address: string;
  /** What it wrote for who started it, so far. */
  said(): string;
  /** What it wrote in its log, so far. */
  logged(): string;
  /** Waits until it says so. */
  until(said: RegExp): Promise<void>;
  /** Where its first administrator signs in, once. */
  administratorLink(): Promise<string>;
  /** Sends it a signal, and waits for its end; returns its exit code, null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

interface SiteOptions {
  /** With the demonstration, as a first start has it. */
  readonly demonstration?: boolean;
  /** To start it again where it was; left out: one that is free. */
  readonly port?: number;
  /** What its clock says when it starts, ISO 8601; left out: now. */
  readonly at?: string;
  /** Where its records and database are; those of the workplace when left out. */
  readonly data?: string;
  /** More settings of its environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a site on the records and database of a workplace, and waits until it is open. */
export async function startSite(place: Workplace, options: SiteOptions = {}): Promise<RealSite> {
  const port = options.port ?? (await freePort());
  const address = `http://localhost:${port}`;
  const clock = new URL(pathToFileURL(resolve('e2e/moved-clock.mjs')));
  clock.searchParams.set('at', options.at ?? '');
  const child = spawn(
    process.execPath,
    [
      ...(options.at === undefined ? [] : ['--import', clock.href]),
      ...[resolve('bin/foulee.js'), 'serve'],
      ...(options.demonstration === true ? [] : ['--no-demo']),
    ],
    {
      cwd: place.folder,
      env: environmentWith({
        FOULEE_DATA: options.data ?? place.data,
        FOULEE_KEY: testKey,
        FOULEE_URL: address,
        DATABASE_URL: '',
        PORT: String(port),
        HOST: '127.0.0.1',
        ...options.settings,
      }),
    },
  );
  // A test that fails leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'));
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
    address,
    said,
    logged,
    until,
    async administratorLink() {
      const link = /http\S*\/connexion\/confirmer\S*/;
      await until(link);
      return link.exec(said())?.[0] ?? '';
    },
    async end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((found, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => found(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });
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
