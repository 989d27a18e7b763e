import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workplace } from './command-line.ts';

const place = workplace();
const help = place.run('--help').out;
const commands = [...help.matchAll(/^ {2}([a-z]+)(?: \[| <| {2})/gm)]
  .map(([, name = '']) => name)
  .filter((name) => name !== 'help');
const readme = readFileSync('README.md', 'utf8');

test('the help lists the commands', () => {
  expect(commands).toContain('measure');
  expect(commands.length).toBeGreaterThanOrEqual(14);
});

test.each(commands)('foulee %s: explained in French, and has its row in the README', (name) => {
  const run = place.run(name, '--help');
  expect(run.code).toBe(0);
  expect(run.out).toMatch(/^Utilisation : foulee /);
  expect(run.out).not.toMatch(
    /(?<!--)\b(?:Usage|Options: |Commands|display|default:|required|file|folder|command)\b/,
  );
  expect(readme).toMatch(new RegExp(`^\\| .*\`foulee ${name}[ \`]`, 'm'));
});

test('each command of the README is one', () => {
  const told = [...readme.matchAll(/^\| (`foulee .*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`foulee ([a-z]+)/g)].map(([, name = '']) => name),
  );
  expect(new Set(told)).toEqual(new Set(commands));
});

test('a reader who stops listening is not an error', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" bin/foulee.js schema | head -c 10`],
    {
      encoding: 'utf8',
    },
  );
  expect([status, stderr]).toEqual([0, '']);
});
