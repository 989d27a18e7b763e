import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textDifference } from './text-difference.ts';

test('a line changed is removed then added, with the lines around and their numbers', () => {
  const parts = textDifference('a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nD\ne\nf\n');
  expect(parts).toEqual([
    [
      { kind: 'same', text: 'b', before: 2, after: 2 },
      { kind: 'same', text: 'c', before: 3, after: 3 },
      { kind: 'removed', text: 'd', before: 4, after: null },
      { kind: 'added', text: 'D', before: null, after: 4 },
      { kind: 'same', text: 'e', before: 5, after: 5 },
      { kind: 'same', text: 'f', before: 6, after: 6 },
    ],
  ]);
});

test('line endings and the last end of line are no difference', () => {
  expect(textDifference('a\r\nb', 'a\nb\n')).toEqual([]);
});

test('what is kept and added, in order, is the text after; what is kept and removed, the text before', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c: 1', '', '- x'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (first, second) => {
      const [one, other] = [
        [...first, 'fin'],
        [...second, 'fin'],
      ];
      const lines = textDifference(one.join('\n'), other.join('\n')).flat();
      for (const { kind, text: line, before, after } of lines) {
        if (kind !== 'added') expect(one[(before ?? 0) - 1]).toBe(line);
        if (kind !== 'removed') expect(other[(after ?? 0) - 1]).toBe(line);
      }
      const removed = lines.filter(({ kind }) => kind === 'removed').length;
      const added = lines.filter(({ kind }) => kind === 'added').length;
      expect(added - removed).toBe(other.length - one.length);
    }),
  );
});
