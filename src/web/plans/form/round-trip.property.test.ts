import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../plan/canonical-plan.ts';
import { dataAfter } from '../../../plan/edit/edit.ts';
import { contract, laBonneBoiteInProduction, people, spells } from '../../../plan/fixtures/worked-plans.ts';
import type { DocumentPath } from '../../../plan/problem.ts';
import { caseLibrary } from '../../../portfolio/cases/library.ts';
import { starterPlan } from '../../../portfolio/cases/plans/starter-plan.ts';
import { measuredExamples } from '../../../portfolio/demonstration/plans/measured-examples.ts';
import { applyForm } from './apply-form.ts';
import { cellName } from './field.ts';
import { editableData, planForm, type ShownField } from './plan-form.ts';

const plans = [
  contract,
  spells,
  people,
  laBonneBoiteInProduction,
  ...caseLibrary.map((example) => starterPlan(example)),
  ...measuredExamples.map(({ plan }) => plan({ since: '2025-06-01', through: '2026-10-31' })),
];
const fieldsOf = (text: string): readonly ShownField[] =>
  (planForm(text) ?? []).flatMap(({ groups }) => groups).flatMap(({ fields }) => fields);

/** What a browser sends of a field nobody touched: its own ends of line, and two rows left empty. */
function sent(field: ShownField): readonly (readonly [string, string])[] {
  if (field.control !== 'table') return [[field.name, (field.value ?? '').replaceAll('\n', '\r\n')]];
  const empty = field.columns.map(({ choices = [] }) => choices[0]?.[0] ?? '');
  const rows = [...(field.rows ?? []), ['', ...empty.slice(1)], ['', ...empty.slice(1)]];
  return rows.flatMap((row, i) => row.map((cell, j) => [cellName(field.name, i, j), cell] as const));
}

test('opening the form and sending it back changes nothing, whatever the plan', () => {
  expect(plans.length).toBeGreaterThan(35);
  for (const text of plans) {
    const all = fieldsOf(text).flatMap(sent);
    expect(all.length).toBeGreaterThan(20);
    expect(applyForm(text, new Map(all))).toEqual({ text, refused: [] });
  }
});

test('the form shows the whole of every plan of the library and of the demonstration', () => {
  for (const text of plans) expect((planForm(text) ?? []).flatMap(({ unshown }) => unshown)).toEqual([]);
});

/** The data without what a field holds. */
const without = (text: string, path: DocumentPath): string =>
  canonicalJson(dataAfter(editableData(text), { path, removed: true })?.data);

const comments = (text: string): readonly string[] => text.match(/(?<=^|\s)# .*$/gm) ?? [];

test('one field changed changes that field, and no comment is lost', () => {
  const chosen = fc.constantFrom(...plans).chain((text) => {
    const changed = fieldsOf(text).filter(
      (field) => field.control !== 'table' && field.value !== null && !field.reshapes,
    );
    return fc.tuple(fc.constant(text), fc.constantFrom(...changed), fc.nat());
  });
  const word = fc
    .string({ minLength: 1, maxLength: 12 })
    .filter((one) => /^\S(.*\S)?$/.test(one) && !/[,\n\r\u0085\u2028\u2029]/.test(one));
  fc.assert(
    fc.property(chosen, word, ([text, field, pick], typed) => {
      const choices = field.control === 'choice' ? (field.choices ?? []) : [];
      const value = field.control === 'choice' ? choices[pick % choices.length]?.[0] : typed;
      fc.pre(value !== undefined && field.control !== 'table' && value !== field.value);
      const others = fieldsOf(text)
        .filter(({ name }) => name !== field.name)
        .flatMap(sent);
      const applied = applyForm(text, new Map([...others, [field.name, value ?? '']]));
      expect(applied.refused).toEqual([]);
      expect(applied.text).not.toBe(text);
      const path = field.path.at(-1) === 'date' ? field.path.slice(0, -1) : field.path;
      expect(without(applied.text, path)).toBe(without(text, path));
      expect(comments(applied.text)).toEqual(comments(text));
      const again = fieldsOf(applied.text).find(({ name }) => name === field.name);
      if (again?.control !== 'table' && again !== undefined && field.control !== 'line')
        expect(again.value).toBe(value);
    }),
    { numRuns: 40, seed: 2026 },
  );
});

test('one row added to a table adds that row', () => {
  for (const text of plans) {
    for (const field of fieldsOf(text)) {
      if (field.control !== 'table' || field.rows === null) continue;
      const row = field.columns.map(({ choices }, column) => choices?.[0]?.[0] ?? `neuf${column}`);
      const cells = [...field.rows, row].flatMap((cell, i) =>
        cell.map((own, j) => [cellName(field.name, i, j), own] as const),
      );
      const applied = applyForm(text, new Map(cells));
      expect(applied.refused).toEqual([]);
      expect(without(applied.text, field.path)).toBe(without(text, field.path));
      const again = fieldsOf(applied.text).find(({ name }) => name === field.name);
      expect(again?.control === 'table' && again.rows).toEqual([...field.rows, row]);
      break;
    }
  }
});
