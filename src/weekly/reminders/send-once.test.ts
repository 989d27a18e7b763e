import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendOnce } from './send-once.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foulee-once-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let left = 0;
const sending = (taken: boolean, name = '2026-W48', address = 'marie@exemple.fr') =>
  sendOnce({ folder: join(folder, 'rappels'), address, name }, async () => {
    left++;
    return taken;
  });
beforeEach(() => {
  left = 0;
});

test('once a week to each; what was refused leaves again, what was taken does not', async () => {
  const asked = [await sending(false), await sending(true), await sending(true)];
  expect([asked, left]).toEqual([['failed', 'sent', 'already-sent'], 2]);
  expect([await sending(true, '2026-W49'), await sending(true, '2026-W48', 'paul@exemple.fr')]).toEqual([
    'sent',
    'sent',
  ]);
  expect(readdirSync(folder, { recursive: true }).join()).not.toMatch(/marie|paul|exemple/);
});

test('stopped while it leaves, it does not leave again', async () => {
  const stopped = { folder, address: 'marie@exemple.fr', name: '2026-W48' };
  void sendOnce(stopped, () => new Promise(() => {}));
  expect(await sendOnce(stopped, async () => true)).toBe('perhaps-sent');
});
