import { expect, test } from 'vitest';
import { headlineParts, headlineSentence, shortSentence } from './split-sentence.ts';

const sentence =
  'Sur 100 usagers de Boite (démonstration), entre 2 et 6 de plus (estimation : 4) trouvent : 15 au lieu de 11 (effets connus jusqu’au 31 octobre 2026). Rien d’autre.';

test('read large, the figure keeps what qualifies it and leaves what the page says beside it', () => {
  expect(headlineSentence(sentence)).toBe(
    'Sur 100 usagers de Boite, entre 2 et 6 de plus (estimation : 4) trouvent : 15 au lieu de 11. Rien d’autre.',
  );
});

test('in a list, the figure alone', () => {
  expect(shortSentence(sentence)).toBe(
    'Sur 100 usagers de Boite, entre 2 et 6 de plus trouvent : 15 au lieu de 11.',
  );
});

test('read large, the estimate in brackets goes below with what the figure does not say', () => {
  expect(
    headlineParts(
      'Sur 100 jeunes, entre 45 et 55 disent avoir demandé une aide (estimation : 50 ; 482 réponses). Nous ne savons pas.',
    ),
  ).toEqual([
    'Sur 100 jeunes, entre 45 et 55 disent avoir demandé une aide.',
    'Estimation : 50 ; 482 réponses. Nous ne savons pas.',
  ]);
  expect(headlineParts('Sur 100 jeunes, aucun (constaté sur 20 appels).')).toEqual([
    'Sur 100 jeunes, aucun (constaté sur 20 appels).',
    '',
  ]);
});
