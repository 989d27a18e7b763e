import type { Edit, EditedValue } from '../../../plan/edit/edit.ts';
import type { DocumentPath } from '../../../plan/problem.ts';

/** The changes that make a list say what was typed, item by item: one that says the same keeps its comments. */
export function listEdits(
  path: DocumentPath,
  value: unknown,
  typed: readonly string[],
  written: (item: string) => EditedValue,
): readonly Edit[] {
  const after = typed.map(written);
  if (after.length === 0) return [{ path, value: null }];
  if (isPlain(value) && after.length === 1) return [{ path, value: after[0] ?? null }];
  if (!Array.isArray(value) || value.length === 0) return [{ path, value: after }];
  const same = (one: unknown, other: unknown) => String(one).trim() === String(other);
  const shortest = Math.min(value.length, after.length);
  let start = 0;
  while (start < shortest && same(value[start], after[start])) start += 1;
  let end = 0;
  while (end < shortest - start && same(value.at(-1 - end), after.at(-1 - end))) end += 1;
  const was = value.length - end;
  const becomes = after.length - end;
  const edits: Edit[] = [];
  for (let rank = start; rank < Math.min(was, becomes); rank += 1)
    edits.push({ path: [...path, rank], value: after[rank] ?? null });
  for (let rank = was - 1; rank >= becomes; rank -= 1) edits.push({ path: [...path, rank], removed: true });
  for (let rank = was; rank < becomes; rank += 1)
    edits.push({ path: [...path, rank], item: after[rank] ?? null });
  return edits;
}

export const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
