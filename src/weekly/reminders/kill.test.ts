import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentWith } from '../../platform/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'foulee-reminder-'));
const program = resolve(`node_modules/.foulee-test-sender-${process.pid}.mjs`);
const received: string[] = [];
let smtp: SMTPServer;
let child: ChildProcess | null = null;

beforeAll(async () => {
  const bundle = await rolldown({
    input: resolve('src/weekly/reminders/fixtures/sender.ts'),
    platform: 'node',
    external: /^[^./]/,
  });
  await bundle.write({ file: program, format: 'esm' });
  await bundle.close();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      stream.resume();
      stream.on('end', () => {
        received.push('a message');
        // The message is here whole; whoever sent it dies before being told so.
        if (received.length === 1) child?.kill('SIGKILL');
        else done();
      });
    },
  });
  smtp.on('error', () => {});
  await new Promise<void>((open) => void smtp.listen(0, '127.0.0.1', open));
});
afterAll(async () => {
  await new Promise<void>((closed) => void smtp.close(closed));
  rmSync(folder, { recursive: true, force: true });
  rmSync(program, { force: true });
});

/** Runs the sender until it ends or is killed; gives what it said. */
function send(ahead: number): Promise<string> {
  const { port } = smtp.server.address() as AddressInfo;
  const own = spawn(process.execPath, [program, String(ahead)], {
    env: environmentWith({
      FOULEE_DATA: folder,
      DATABASE_URL: '',
      FOULEE_SMTP: `smtp://127.0.0.1:${port}`,
      FOULEE_MAIL_FROM: 'a@exemple.fr',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = own;
  let said = '';
  own.stdout.on('data', (text) => {
    said += text;
  });
  return new Promise((done) => own.on('exit', () => done(said.trim())));
}

test('a program killed once its message left: the next one sends nothing again, and says why', {
  timeout: 120_000,
}, async () => {
  expect(await send(0)).toBe('');
  expect(received).toHaveLength(1);
  expect(await send(61_000)).toContain('ne repart pas');
  expect(received).toHaveLength(1);
});
