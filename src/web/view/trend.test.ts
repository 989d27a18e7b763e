import { expect, test } from 'vitest';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import { firstWords } from './first-words.ts';
import { trend } from './trend.ts';

const measure = (value: number | null, lower: number | null, upper: number | null) =>
  ({ headline: { sentence: '', effect: null, estimate: { value, lower, upper } } }) as PublishedMeasure;

test('a move is called a move only when the intervals do not explain it', () => {
  const before = measure(0.14, 0.13, 0.15);
  expect(trend(measure(0.17, 0.16, 0.18), before)).toMatch(/^En hausse/);
  expect(trend(measure(0.11, 0.1, 0.12), before)).toMatch(/^En baisse/);
  expect(trend(measure(0.155, 0.145, 0.165), before)).toMatch(/^Pas de changement net/);
});

test('without figures there is no trend, and the first one is the first', () => {
  expect(trend(measure(null, null, null), measure(0.1, 0.05, 0.2))).toBeNull();
  expect(trend(measure(0.1, 0.05, 0.2), null)).toBe('Premier chiffre publié');
});

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
