import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownFolder, sweepDead } from './own-folder.ts';

test('what a killed process left is swept; what a living one holds, and what is not of that kind, stays', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'foulee-own-'));
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const its = join(parent, `kind-${child.pid}-a1B2c3`);
    mkdirSync(join(its, 'data'), { recursive: true });
    writeFileSync(join(its, 'data', 'people.csv'), 'id\n');
    const others = [`kind-${child.pid}`, `kinds-${child.pid}-a`, 'kind-abc-a', 'kind-a1B2c3', 'people'];
    for (const name of others) mkdirSync(join(parent, name));
    const ours = ownFolder(parent, 'kind');
    expect([existsSync(its), existsSync(ours)]).toEqual([true, true]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    sweepDead(parent, 'kind');
    expect(
      readdirSync(parent)
        .map((name) => join(parent, name))
        .toSorted(),
    ).toEqual([...others.map((name) => join(parent, name)), ours].toSorted());
  } finally {
    child.kill('SIGKILL');
    rmSync(parent, { recursive: true, force: true });
  }
});
