import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv-table.ts';

test.each([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\r\n"x;y"; "z""w" \r\n\r\n3;4',
    [
      ['a', 'b'],
      ['x;y', '"z""w"'],
      ['3', '4'],
    ],
  ],
  [
    '\uFEFFa\tb\n\t\n,\t',
    [
      ['a', 'b'],
      [',', ''],
    ],
  ],
  ['', []],
])('%j', (text, expected) => {
  expect(csvRows(text).map(({ cells }) => cells)).toEqual(expected);
});

test('a row is known by the line where it starts', () => {
  expect(csvRows('a,b\n"un\ndeux",2\n\n5,6').map(({ line }) => line)).toEqual([1, 2, 5]);
});

test('what a writer of RFC 4180 writes is read back', () => {
  const cell = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `x${text.replaceAll('\r', '')}x`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 }), (table) => {
      const text = table
        .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(
        csvRows(`a,b,c\n${text}`)
          .slice(1)
          .map(({ cells }) => cells),
      ).toEqual(table);
    }),
    { seed: 3 },
  );
});
