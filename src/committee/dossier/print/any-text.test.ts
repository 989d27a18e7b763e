import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../dossier.ts';
import { printDossier } from './print-dossier.ts';

/** Every kind of piece, holding these two texts. */
const pieces = (one: string, other: string): readonly Block[] => [
  { kind: 'sentence', text: one },
  { kind: 'text', lead: other, text: one },
  { kind: 'note', text: other },
  { kind: 'question', text: one },
  { kind: 'list', items: [one, other] },
  { kind: 'choices', choices: [other] },
  { kind: 'level', level: 3, line: one },
  { kind: 'table', table: { caption: one, columns: [one, other], rows: [[other, one]] } },
  {
    kind: 'effects',
    chart: {
      sentence: `Le message. ${one}`,
      unit: other,
      threshold: { value: 2, name: one },
      effects: [{ name: one, value: 1, lower: 1, upper: 1, text: other }],
      table: { caption: other, columns: ['a'], rows: [[one]] },
    },
  },
];

test('whatever is typed is printed: the compiler, which checks PDF/UA, never refuses', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const written = fc.string({ unit: 'grapheme', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(anything, written, async (one, other) => {
      const section = { id: 'a', heading: other, blocks: pieces(one, other) };
      const foot = { left: other, hash: null };
      const pdf = await printDossier({
        ...{ title: one, subtitle: other, notices: [one], day: '2026-11-27', foot },
        front: [section],
        proofs: [section],
      });
      expect(pdf.length).toBeGreaterThan(1000);
    }),
    { numRuns: 12 },
  );
});
