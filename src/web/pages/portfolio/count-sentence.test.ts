import { expect, test } from 'vitest';
import { countSentence } from './count-sentence.ts';

const said = (total: number, measured: number, compared: number) =>
  countSentence({ total, measured, compared }).replace(/\s/g, ' ');

test.each([
  [0, 0, 0, 'Aucun service n’est encore inscrit ici.'],
  [1, 0, 0, '1 service. Aucun ne publie encore de chiffre : voici, pour chacun, le prochain pas.'],
  [1, 1, 0, '1 service. 1 publie un chiffre, sans comparaison.'],
  [
    2,
    1,
    1,
    '2 services. 1 publie un chiffre, avec comparaison. Le dernier n’est pas encore mesuré : son prochain pas est dit.',
  ],
  [
    9,
    2,
    0,
    '9 services. 2 publient un chiffre, aucun avec une comparaison. Les 7 autres ne sont pas encore mesurés : leur prochain pas est dit.',
  ],
  [2, 2, 2, '2 services. 2 publient un chiffre, tous avec une comparaison.'],
  [5, 5, 2, '5 services. 5 publient un chiffre, dont 2 avec une comparaison.'],
])('%i services, %i measured, %i compared', (total, measured, compared, sentence) => {
  expect(said(total, measured, compared)).toBe(sentence);
});
