import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifier, joined, sql } from './sql.ts';

test('values are bound, never pasted', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3 }), (value) => {
      const statement = sql`select 1 where ${value} = ${sql`${value} and ${2}`}`;
      expect(statement).toEqual({ text: 'select 1 where ? = ? and ?', values: [value, value, 2] });
    }),
  );
});

test('identifiers are quoted', () => {
  expect(identifier('a', 'b"c').text).toBe('"a"."b""c"');
  expect(joined([identifier('x'), sql`${1}`], ', ')).toEqual({ text: '"x", ?', values: [1] });
});
