import { expect, test } from 'vitest';
import { firstWords } from './first-words.ts';

test('a long effect stops at a comma when it has said enough before', () => {
  const effect =
    'Des demandeurs d’emploi retrouvent un travail plus tôt, dans une entreprise trouvée avec le service.';
  expect(firstWords(effect, 14)).toBe('Des demandeurs d’emploi retrouvent un travail plus tôt');
});

test('an effect in eight words, whole words only', () => {
  expect(firstWords('Des embauches qui n’auraient pas eu lieu.', 8)).toBe(
    'Des embauches qui n’auraient pas eu lieu',
  );
  expect(firstWords('un deux trois quatre cinq six sept huit neuf dix', 8)).toBe(
    'un deux trois quatre cinq six sept huit…',
  );
  expect(firstWords('Des personnes, sans emploi, retrouvent vite un travail stable et proche', 8)).toBe(
    'Des personnes, sans emploi, retrouvent vite un travail…',
  );
});
