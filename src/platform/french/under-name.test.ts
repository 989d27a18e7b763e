import { expect, test } from 'vitest';
import { underName } from './under-name.ts';

test('under the name of its indicator, a sentence does not say it again', () => {
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');
  expect(underName("Avis d'usagers", 'Avis d’usagers : il est de 8 sur 10.')).toBe('Il est de 8 sur 10.');
  expect(plain(underName('Avis', 'Sur 100 usagers : 8.'))).toBe('Sur 100 usagers : 8.');
});
