import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  readonly folder: string;
  readonly data: string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  run(...args: string[]): Run;
  /** Runs a command with something on its standard input. */
  feed(input: string, ...args: string[]): Run;
  /** Runs a command while this process goes on, which may be the server it talks to. */
  beside(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Run>;
  runWith(environment: Readonly<Record<string, string>>, ...args: string[]): Run;
  clean(): void;
}

/** An empty folder with its own data and key, where the built command line is run as a user would. */
export function workplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-e2e-'));
  const data = join(folder, '.data');
  return {
    folder,
    data,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
    run: (...args) => runIn({}, args),
    feed: (input, ...args) => runIn({}, args, input),
    beside: (environment, ...args) =>
      new Promise((ended) => {
        const child = spawn(process.execPath, [resolve('bin/foulee.js'), ...args], {
          cwd: folder,
          env: environmentOf(environment),
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const [out, err]: [string[], string[]] = [[], []];
        child.stdout.on('data', (text: Buffer) => out.push(text.toString()));
        child.stderr.on('data', (text: Buffer) => err.push(text.toString()));
        child.on('close', (code) => ended({ code, out: out.join(''), err: err.join('') }));
      }),
    runWith: (environment, ...args) => runIn(environment, args),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };

  function environmentOf(environment: Readonly<Record<string, string>>) {
    return { ...process.env, FOULEE_DATA: data, FOULEE_KEY: testKey, ...environment };
  }

  function runIn(
    environment: Readonly<Record<string, string>>,
    args: readonly string[],
    input?: string,
  ): Run {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/foulee.js'), ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: environmentOf(environment),
    });
    return { code: status, out: stdout, err: stderr };
  }
}

/** The key of every workplace. */
export const testKey = 'cle-de-test-sans-valeur-0123456789abcdef';

/** Every byte under a folder, as latin-1 text: what a search for a raw identifier must not find. */
export function bytesUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`)
    .join('\n');
}
