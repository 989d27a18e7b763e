import { expect, test } from 'vitest';
import { beforeClasses } from './before-classes.ts';

const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ');

test('up to fifty numbers stand for themselves, in their order', () => {
  const { levels, numbers, classOf, sentence } = beforeClasses('jours', [
    { value: '10', n: 3 },
    { value: '9', n: 2 },
  ]);
  expect(levels.map((level) => numbers?.get(level))).toEqual([9, 10]);
  expect(numbers?.get(classOf.get('10') ?? '')).toBe(10);
  expect(sentence).toBeNull();
});

test('a thousand numbers make fifty classes, each their mean, and the share of variance they keep is exact', () => {
  const values = Array.from({ length: 1000 }, (_, i) => ({ value: `${i}`, n: 1 }));
  const { levels, numbers, classOf, sentence } = beforeClasses('jours', values);
  expect(levels).toHaveLength(50);
  expect(numbers?.get(classOf.get('7') ?? '')).toBe(9.5);
  // Between fifty blocks of twenty: 1 - (20² - 1) / (1000² - 1) = 99.96 %.
  expect(plain(sentence)).toContain('« jours » (1 000 valeurs) est lu en 50 classes');
  expect(sentence).toContain('plus de 99,9 %');
});

test('who gives no number takes the mean of the others, and it is said', () => {
  const { numbers, classOf, sentence } = beforeClasses('jours', [
    { value: '4', n: 3 },
    { value: '8', n: 1 },
    { value: 'non renseigné', n: 2 },
  ]);
  expect(numbers?.get(classOf.get('non renseigné') ?? '')).toBe(5);
  expect(plain(sentence)).toContain('n’est pas un nombre pour 2 personnes');
});
