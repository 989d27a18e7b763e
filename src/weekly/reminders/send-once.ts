import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../platform/ids.ts';
import type { Outcome } from './deliver-once.ts';

/** What is sent to whom: a mark under the folder says it left, the address itself is not kept. */
export interface Sending {
  readonly folder: string;
  readonly address: string;
  /** What distinguishes it from the next ones to the same address: a week. */
  readonly name: string;
}

/**
 * Sends something once, with no database: the mark is a file written before it leaves. As `deliverOnce`, what was
 * stopped between leaving and being marked as sent does not leave again; what the other side refused may.
 */
export async function sendOnce(
  { folder, address, name }: Sending,
  send: () => Promise<boolean>,
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mark = join(folder, `${name}-${hashOf(address).slice(0, 32)}`);
  try {
    writeFileSync(openSync(mark, 'wx', 0o600), 'started', { flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(mark, 'utf8') === 'sent' ? 'already-sent' : 'perhaps-sent';
  }
  if (!(await send())) {
    rmSync(mark);
    return 'failed';
  }
  writeFileSync(mark, 'sent', { flush: true });
  return 'sent';
}
