import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { exitCodes } from '../platform/refusal.ts';
import { speakFrench } from './french-help.ts';

test('the help says every exit code and where the data and the key are, in French', () => {
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const program = new Command('foulee');
  speakFrench(program);
  expect(() => program.parse(['node', 'foulee', '--help'])).toThrow();
  vi.restoreAllMocks();
  for (const code of Object.values(exitCodes)) expect(said).toMatch(new RegExp(`^ {2}${code} +\\S`, 'm'));
  expect(said).toMatch(/FOULEE_DATA.*FOULEE_KEY_FILE/s);
  expect(said).not.toMatch(/Usage:|Options:|display help/);
});
