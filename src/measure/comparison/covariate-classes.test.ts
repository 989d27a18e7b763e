import { expect, test } from 'vitest';
import { covariateClasses } from './covariate-classes.ts';

const counts = (values: readonly (string | number)[], n = 1) =>
  values.map((value) => ({ value: String(value), n }));

test('few values are taken as they are, numbers in their order', () => {
  const { levels, classes, sentence } = covariateClasses('zone', counts(['10', '9', '2', '9']));
  expect([levels, classes, sentence]).toEqual([['2', '9', '10'], null, null]);
});

test('many numbers make five classes of about as many units, and it is said', () => {
  const { levels, classOf, sentence } = covariateClasses(
    'age',
    counts(Array.from({ length: 100 }, (_, i) => i)),
  );
  expect(levels).toEqual(['de 0 à 19', 'de 20 à 39', 'de 40 à 59', 'de 60 à 79', 'de 80 à 99']);
  expect(classOf.get('40')).toBe('de 40 à 59');
  expect(sentence).toContain('100 valeurs) est lu en 5 classes');
});

test('units decide, not values: a common value has its own class', () => {
  const many = [{ value: '0', n: 900 }, ...counts([1, 2, 3, 4, 5, 6], 10)];
  const { levels } = covariateClasses('months', many);
  expect(levels[0]).toBe('0');
  expect(levels.length).toBeLessThanOrEqual(5);
});

test('what is not given is a class of its own, last', () => {
  const { levels, classOf } = covariateClasses('age', [
    ...counts(Array.from({ length: 20 }, (_, i) => i / 2)),
    { value: 'non renseigné', n: 3 },
  ]);
  expect(levels.at(-1)).toBe('non renseigné');
  expect(classOf.get('non renseigné')).toBe('non renseigné');
});

test('NaN and Infinity are missing, and leave a number a number', () => {
  const { levels, classOf } = covariateClasses('age', [
    ...Array.from({ length: 20 }, (_, i) => ({ value: `${20 + i}`, n: 5 })),
    ...['NaN', '-inf', 'Infinity', 'non renseigné'].map((value) => ({ value, n: 2 })),
  ]);
  expect(levels).toHaveLength(6);
  expect(['NaN', '-inf', 'Infinity'].map((value) => classOf.get(value))).toEqual(
    Array(3).fill('non renseigné'),
  );
});

test('many names keep the eleven commonest, the others together', () => {
  const names = Array.from({ length: 40 }, (_, i) => ({ value: `ville ${i}`, n: 100 - i }));
  const { levels, classOf, sentence } = covariateClasses('ville', names);
  expect(levels).toHaveLength(12);
  expect([classOf.get('ville 0'), classOf.get('ville 39')]).toEqual(['ville 0', 'autres valeurs']);
  expect(sentence).toContain('40 valeurs');
});

test('every value has exactly one class, whatever the counts', () => {
  for (const size of [1, 5, 6, 7, 13, 101]) {
    const values = Array.from({ length: size }, (_, i) => ({
      value: String((i * 7) % size),
      n: 1 + ((i * 13) % 5),
    }));
    const { classOf, levels } = covariateClasses('x', values);
    expect(values.every(({ value }) => levels.includes(classOf.get(value) ?? 'none'))).toBe(true);
    expect(new Set(levels).size).toBe(levels.length);
  }
});
