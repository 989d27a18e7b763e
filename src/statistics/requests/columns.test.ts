import { describe, expect, test } from 'vitest';
import {
  choiceInput,
  namedNumbersOrNull,
  numberInput,
  numberList,
  numericColumn,
  proportionInput,
  reading,
  rowsByGroup,
  table,
  textColumn,
  textInput,
  textList,
  timeColumn,
} from './columns.ts';
import type { StatisticsRequest, Table } from './request.ts';

const request = (
  inputs: Record<string, unknown>,
  rows: Table = [{ a: 1, b: 'x', '': null }],
): StatisticsRequest => ({
  method: 'any',
  inputs: { data: 'rows', ...inputs },
  tables: { rows },
});

const read = (inputs: Record<string, unknown>, get: (r: StatisticsRequest) => unknown, rows?: Table) =>
  reading((r) => ({ value: get(r) }))(request(inputs, rows));

describe('what can be read', () => {
  test('a list of one may be written as a scalar, and the other way round', () => {
    expect(read({ h: 5 }, (r) => numberList(r, 'h'))).toEqual({ value: [5] });
    expect(read({ h: [5] }, (r) => numberInput(r, 'h'))).toEqual({ value: 5 });
    expect(read({ c: 'x' }, (r) => textList(r, 'c'))).toEqual({ value: ['x'] });
    expect(read({ c: 2 }, (r) => textInput(r, 'c'))).toEqual({ value: '2' });
  });

  test('what is left out takes its fallback, null included', () => {
    expect(read({}, (r) => numberInput(r, 'level', 0.95))).toEqual({ value: 0.95 });
    expect(read({ level: null }, (r) => proportionInput(r, 'level', 0.9))).toEqual({ value: 0.9 });
    expect(read({}, (r) => choiceInput(r, 'se', ['HC0', 'HC2'], 'HC2'))).toEqual({ value: 'HC2' });
  });

  test('a word may be written without its hyphens, or in another case', () => {
    const choices = ['not-yet-treated', 'never-treated'] as const;
    const chosen = (word: string) => read({ c: word }, (r) => choiceInput(r, 'c', choices, 'never-treated'));
    expect(chosen('notyettreated')).toEqual({ value: 'not-yet-treated' });
    expect(chosen('Never_Treated')).toEqual({ value: 'never-treated' });
    expect(chosen('nevertreatment')).toMatchObject({ error: 'invalid-input' });
  });

  test('columns by the input that names them', () => {
    const rows = [
      { t: 3, g: 1 },
      { t: '4', g: 'b' },
    ];
    expect(read({ time: 't' }, (r) => timeColumn(r, 'time'), rows)).toEqual({ value: [3, 4] });
    expect(read({ outcome: 't' }, (r) => numericColumn(r, 'outcome'), rows)).toEqual({ value: [3, 4] });
    expect(read({ group: 'g' }, (r) => textColumn(r, 'group'), rows)).toEqual({ value: ['1', 'b'] });
    expect(read({}, (r) => namedNumbersOrNull(r, 't'), [{ t: null }, { t: 2 }])).toEqual({
      value: [null, 2],
    });
  });

  test('groups in order, numbers as numbers', () => {
    expect([...rowsByGroup(['10', '9', '10', '2'])]).toEqual([
      ['2', [3]],
      ['9', [1]],
      ['10', [0, 2]],
    ]);
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [
    string,
    Record<string, unknown>,
    (r: StatisticsRequest) => unknown,
    Table?,
  ])[] = [
    ['unknown-column', { time: 'nowhere' }, (r) => timeColumn(r, 'time')],
    ['unknown-column', { group: 'toString' }, (r) => textColumn(r, 'group')],
    ['invalid-time', { time: 'a' }, (r) => timeColumn(r, 'time'), [{ a: 1 }, { a: -1 }]],
    ['invalid-time', { time: 'a' }, (r) => timeColumn(r, 'time'), [{ a: 1 }, { a: null }]],
    ['invalid-time', { time: 'a' }, (r) => timeColumn(r, 'time'), [{ a: 'hier' }]],
    ['empty-group', {}, table, []],
    ['invalid-input', { data: 'other' }, table],
    ['invalid-input', { data: 'constructor' }, table],
    ['invalid-input', {}, (r) => numberInput(r, 'horizon')],
    ['invalid-input', { horizon: 'x' }, (r) => numberInput(r, 'horizon')],
    ['invalid-input', { horizon: [1, 2] }, (r) => numberInput(r, 'horizon')],
    ['invalid-input', { level: 1 }, (r) => proportionInput(r, 'level')],
    ['invalid-input', { se: 'HC9' }, (r) => choiceInput(r, 'se', ['HC0'], 'HC0')],
    ['invalid-input', { outcome: 'b' }, (r) => numericColumn(r, 'outcome')],
    ['invalid-input', { outcome: 'a' }, (r) => numericColumn(r, 'outcome'), [{ a: 1 }, { a: null }]],
    ['invalid-input', { group: {} }, (r) => textColumn(r, 'group')],
  ];

  test.each(cases.map(([code, inputs, get, rows]) => ({ code, inputs, get, rows })))(
    '$code: $inputs',
    ({ code, inputs, get, rows }) => {
      expect(read(inputs, get, rows)).toEqual({ error: code, sentence: expect.stringMatching(/\.$/) });
    },
  );

  test('an unexpected failure is not disguised as a refusal', () => {
    const broken = reading(() => {
      throw new RangeError('broken');
    });
    expect(() => broken(request({}))).toThrow(RangeError);
  });
});
