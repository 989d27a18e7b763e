import { expect, test } from 'vitest';
import { readPlan } from '../../../plan/read-plan.ts';
import { planText } from '../../../portfolio/plans/fixtures/plan-text.ts';
import { applyForm } from './apply-form.ts';
import { changeParts } from './change-parts.ts';

const text = planText('a');
const ask = (of: string, asked: string, typed: Record<string, string> = {}) =>
  changeParts(of, asked, new Map(Object.entries(typed)));
const after = (...given: Parameters<typeof ask>): string => {
  const change = ask(...given);
  if (change?.kind !== 'done') throw new Error(change?.what ?? 'nothing was done');
  return change.text;
};

test('a plan is made from nothing by form alone: a source, an indicator, their fields', () => {
  const empty =
    'foulee: 1\nservice: {id: a, name: A}\neffect: {statement: Mieux., domain: social} # pour tous\n';
  const sourced = after(empty, 'ajouter-source', {
    'nouvelle-source': 'Réponses reçues',
    'nouvelle-source-sorte': 'sample',
  });
  const indicated = after(sourced, 'ajouter-indicateur', {
    'nouvel-indicateur': 'Emploi retrouvé',
    'nouvel-indicateur-methode': 'asked-later',
  });
  const { text: filled } = applyForm(
    indicated,
    new Map([
      ['plan:sources.reponses_recues.value', 'reponse'],
      ['plan:indicators[0].answers', 'reponses_recues'],
      ['plan:indicators[0].yes', 'oui\nplutôt'],
    ]),
  );
  expect(filled).toBe(`${empty}sources:
  reponses_recues:
    kind: sample
    arrivals: true
    value: reponse
indicators:
  - id: emploi-retrouve
    name: Emploi retrouvé
    method: asked-later
    answers: reponses_recues
    yes: [oui, plutôt]
`);
  expect(readPlan(filled).problems).toEqual([]);
});

test('a second of the same name takes another identifier; a source cannot', () => {
  const again = { 'nouvel-indicateur': 'Embauche', 'nouvel-indicateur-methode': 'declared' };
  expect(after(text, 'ajouter-indicateur', again)).toContain('  - id: embauche-2\n    name: Embauche\n');
  const source = { 'nouvelle-source': 'Usage', 'nouvelle-source-sorte': 'events' };
  expect(ask(text, 'ajouter-source', source)).toMatchObject({
    kind: 'refused',
    what: expect.stringContaining('déjà une source « usage »'),
  });
});

test.each([
  ['ajouter-source', { 'nouvelle-source': ' ', 'nouvelle-source-sorte': 'events' }],
  ['ajouter-source', { 'nouvelle-source': '2024', 'nouvelle-source-sorte': 'events' }],
  ['ajouter-source', { 'nouvelle-source': 'a', 'nouvelle-source-sorte': 'rien' }],
  ['ajouter-indicateur', { 'nouvel-indicateur': '…', 'nouvel-indicateur-methode': 'declared' }],
  ['retirer:sources.rien', {}],
  ['retirer:service', {}],
  ['retirer:foulee', {}],
])('%s with %j is refused in French', (asked, typed) => {
  expect(ask(text, asked, typed)).toMatchObject({
    kind: 'refused',
    what: expect.stringMatching(/^[A-Z].*\.$/),
  });
});

test('a part goes with its lines, and what was added goes back', () => {
  expect(after(text, 'retirer:sources.embauches')).toBe(text.replace(/ {2}embauches:\n( {4}.*\n)+/, ''));
  const added = after(text, 'ajouter-source', { 'nouvelle-source': 'b', 'nouvelle-source-sorte': 'series' });
  expect(after(added, 'retirer:sources.b')).toBe(text);
  expect(after(text, 'retirer:indicators[0]')).toContain('indicators:\n  []');
  expect(ask(text, 'verifier')).toBeNull();
});
