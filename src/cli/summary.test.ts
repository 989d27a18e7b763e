import { expect, test } from 'vitest';
import type { MeasureDocument } from '../measure/measure.ts';
import { edges } from '../web/report/fixtures/edges.ts';
import { laBonneBoite } from '../web/report/fixtures/la-bonne-boite.ts';
import { spells } from '../web/report/fixtures/spells.ts';
import { summarise } from './summary.ts';

const documents: [string, MeasureDocument][] = [
  ['La Bonne Boite', laBonneBoite],
  ['spells', spells],
  ['edges', edges],
];
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const joined = (text: string) => plain(text).replace(/\s+/g, ' ');

test.each(documents)('%s: at most 100 columns, no colour unless asked', (_, document) => {
  const text = summarise(document, { colour: false });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(text).not.toMatch(/\p{Cc}(?<!\n)/u);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that starts a colour is what is looked for
  expect(summarise(document, { colour: true }).replace(/\u001b\[\d+m/g, '')).toBe(text);
});

test.each(documents)('%s: warnings, then the headline, then what would raise the evidence', (_, document) => {
  const text = joined(summarise(document, { colour: false }));
  for (const measure of document.measures) {
    const told = [
      ...measure.warnings.map((warning) => warning.sentence),
      measure.headline.sentence,
      `niveau ${measure.evidence.level} sur 5`,
      measure.evidence.raise,
    ].map((sentence) => text.indexOf(joined(sentence)));
    expect(told).not.toContain(-1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  }
});

test('a young measure shows its refusal, never a zero', () => {
  const text = joined(summarise(edges, { colour: false }));
  expect(text).toContain('Pas encore mûr : 38 % du suivi à trois mois est observé.');
  expect(text).toContain('0 cohorte sur 4 au bout du suivi à 90 jours ; 4 restent incomplètes');
  expect(text).not.toContain('à 90 jours : 0 sur');
});

test('each horizon carries its interval', () => {
  const text = joined(summarise(laBonneBoite, { colour: false }));
  expect(text).toContain('à 90 jours : 174 sur 10 000 (entre 172 et 176)');
  expect(text).toContain('à 180 jours : 262 sur 10 000 (entre 259 et 265)');
  expect(text).toContain('20 cohortes sur 26 au bout du suivi');
});

test('a name in the plan cannot drive the terminal', () => {
  const service = { ...spells.service, name: 'Rouge\u001b[31m\u0007 et long '.repeat(9) };
  const text = summarise({ ...spells, service }, { colour: false });
  expect(text).not.toContain('\u001b');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test.each([
  [0, '0 personne, 0 effet constaté'],
  [1, '1 personne, 1 effet constaté'],
  [2, '2 personnes, 2 effets constatés'],
])('%i unit is counted in French', (count, said) => {
  const [measure] = spells.measures;
  if (measure === undefined) throw new Error('no measure');
  const few = { ...spells, measures: [{ ...measure, units: count, outcomes: count }] };
  expect(joined(summarise(few, { colour: false }))).toContain(`Données ${said} `);
});
