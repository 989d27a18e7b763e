import { expect, test } from 'vitest';
import type { Estimate, Figure } from '../statistics/estimate.ts';
import { type HeadlineFacts, headlineSentence } from './headline.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const figure = (value: number, lower: number, upper: number, horizon = 180): Figure => ({
  kind: 'estimate',
  horizon,
  value,
  lower,
  upper,
  level: 0.95,
  n: 4200,
  atRisk: 3100,
  events: 580,
  method: 'kaplan-meier',
});

const facts: HeadlineFacts = {
  estimate: figure(0.14, 0.13, 0.15),
  service: 'La Bonne Boite',
  indicator: 'Embauches dans une entreprise consultée',
  unit: 'person',
  entry: 'usage',
  knownThrough: '2026-10-31',
};
const unknown = 'Nous ne savons pas combien il y en aurait eu sans le service.';

test.each<[string, Partial<HeadlineFacts>, string]>([
  [
    'with the phrases of the team',
    {
      subjectPhrase: 'personnes qui ont consulté une entreprise avec La Bonne Boite',
      outcomePhrase: 'sont embauchées par cette entreprise',
    },
    `Sur 100 personnes qui ont consulté une entreprise avec La Bonne Boite, entre 13 et 15 sont embauchées par cette entreprise dans les six mois (estimation : 14 ; effets connus jusqu’au 31 octobre 2026). ${unknown}`,
  ],
  [
    'with the names of the plan only',
    {},
    `Embauches dans une entreprise consultée : sur 100 personnes qui ont utilisé La Bonne Boite, entre 13 et 15 sont dans ce cas dans les six mois (estimation : 14 ; effets connus jusqu’au 31 octobre 2026). ${unknown}`,
  ],
  [
    'small and precise, for pairs',
    { unit: 'pair', estimate: figure(0.003, 0.0021, 0.0042, 90) },
    `Embauches dans une entreprise consultée : sur 1 000 couples usager-cible vus dans La Bonne Boite, entre 2 et 4 sont dans ce cas dans les trois mois (estimation : 3 ; effets connus jusqu’au 31 octobre 2026). ${unknown}`,
  ],
  [
    'people already followed, without dates',
    { entry: 'population', knownThrough: null, estimate: figure(0.42, 0.39, 0.46, 84), indicator: 'Sorties' },
    `Sorties : sur 100 personnes suivies par La Bonne Boite, entre 39 et 46 sont dans ce cas dans les douze semaines (estimation : 42). ${unknown}`,
  ],
  [
    'nobody',
    { estimate: figure(0, 0, 0) },
    `Embauches dans une entreprise consultée : aucun cas constaté dans les six mois, parmi 4 200 personnes qui ont utilisé La Bonne Boite (intervalle non calculable ; effets connus jusqu’au 31 octobre 2026). ${unknown}`,
  ],
  [
    'everybody',
    { estimate: figure(1, 1, 1), knownThrough: null },
    `Embauches dans une entreprise consultée : 100 sur 100 dans ce cas dans les six mois, parmi 4 200 personnes qui ont utilisé La Bonne Boite (intervalle non calculable). ${unknown}`,
  ],
])('headline %s', (_, change, sentence) => {
  expect(plain(headlineSentence({ ...facts, ...change }))).toBe(sentence);
});

test('a refusal is said in its own words', () => {
  const sentence =
    'Pas encore mûr : 62 % du suivi à six mois est observé. Premier chiffre le 14 janvier 2027.';
  const estimate: Estimate = {
    ...figure(0, 0, 0),
    kind: 'insufficient',
    reason: 'not-mature',
    sentence,
    value: null,
    lower: null,
    upper: null,
  };
  expect(headlineSentence({ ...facts, estimate })).toBe(sentence);
});
