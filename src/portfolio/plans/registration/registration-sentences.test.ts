import { expect, test } from 'vitest';
import type { RegistrationVerdict } from './judge-registration.ts';
import { registrationSentences } from './registration-sentences.ts';

const announced = { day: '2026-03-01', version: 1, hash: 'ab'.repeat(32) };

test.each<[string, RegistrationVerdict, RegExp]>([
  [
    'before looking',
    { kind: 'before-looking', ...announced, firstOutcome: null },
    /^Plan enregistré le 1er mars 2026, avant d’avoir regardé les effets.*aucun chiffre de ces effets antérieur/,
  ],
  [
    'before the first effect',
    { kind: 'before-looking', ...announced, firstOutcome: '2026-04-02' },
    /avant d’avoir regardé les effets.*Le premier effet compté date du 2 avril 2026, donc d’après/,
  ],
  [
    'changed since',
    {
      kind: 'changed',
      ...announced,
      keys: ['horizons', 'window', 'sources.hires'],
      changedOn: '2026-08-01',
    },
    /^Plan changé après avoir regardé.*\(les délais de lecture, la fenêtre et les lignes gardées de « hires »\).*date du 1er août 2026/,
  ],
  [
    'changed, and never registered as it is',
    { kind: 'changed', ...announced, keys: ['decision'], changedOn: null },
    /\(le seuil\).*n’a pas été enregistré ici/,
  ],
  [
    'after looking',
    { kind: 'after-looking', day: '2026-08-01', lookedOn: '2026-07-06', hash: announced.hash },
    /^Plan enregistré le 1er août 2026, alors que.*premier chiffre le 6 juillet 2026/,
  ],
  ['never', { kind: 'never' }, /rien ne prouve qu’il a été écrit avant de regarder/],
])('%s', (_, verdict, said) => {
  expect(registrationSentences(verdict).join(' ').replaceAll('\u00a0', ' ')).toMatch(said);
});

test('a method that announces nothing says nothing', () => {
  expect(registrationSentences({ kind: 'not-asked' })).toEqual([]);
});
