import type { DocumentPath } from '../problem.ts';

/** What can be written in a document; null: nothing, as if the key were absent. */
export type EditedValue =
  | string
  | number
  | boolean
  | null
  | readonly EditedValue[]
  | { readonly [key: string]: EditedValue };

/** One change of a document: a value replaced or added where it is absent, an item put before another, a part removed. */
export type Edit =
  | { readonly path: DocumentPath; readonly value: EditedValue }
  | { readonly path: DocumentPath; readonly item: EditedValue }
  | { readonly path: DocumentPath; readonly removed: true };

/** Plain data after a change; null: it has no place there. */
export function dataAfter(data: unknown, edit: Edit): { readonly data: unknown } | null {
  const [step, ...rest] = edit.path;
  if (step === undefined) return null;
  if (rest.length > 0) {
    const inner = dataAfter(childOf(data, step), { ...edit, path: rest });
    return inner === null ? null : withChild(data, step, inner.data);
  }
  if ('value' in edit) return withChild(data, step, edit.value);
  if (Array.isArray(data) && typeof step === 'number') {
    const after = 'item' in edit ? data.toSpliced(step, 0, edit.item) : data.toSpliced(step, 1);
    return { data: after };
  }
  if ('item' in edit) return data === null || data === undefined ? { data: [edit.item] } : null;
  const entries = Object.entries(data ?? {}).filter(([key]) => key !== step);
  return { data: Object.fromEntries(entries) };
}

const childOf = (data: unknown, step: string | number): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, step)
    ? (data as Record<string | number, unknown>)[step]
    : undefined;

function withChild(data: unknown, step: string | number, child: unknown): { readonly data: unknown } | null {
  if (Array.isArray(data)) {
    return typeof step === 'number' && step < data.length ? { data: data.with(step, child) } : null;
  }
  if (typeof step !== 'string' || (typeof data !== 'object' && data !== undefined)) return null;
  return { data: { ...data, [step]: child } };
}
