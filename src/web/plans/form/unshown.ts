import { type DocumentPath, valueAt } from '../../../plan/problem.ts';
import type { Section } from './section.ts';

/** The places of a part that hold something and that no field of the form shows; the nearest to the top. */
export function unshown(data: unknown, { path, groups }: Section): readonly DocumentPath[] {
  if (path.length === 0) return [];
  const shown = groups.flatMap(({ fields }) => fields).map((field) => field.path);
  const left = (place: DocumentPath, value: unknown): readonly DocumentPath[] => {
    if (value === null || shown.some((own) => same(own, place))) return [];
    const within = shown.some((own) => own.length > place.length && same(own.slice(0, place.length), place));
    const isKeys = typeof value === 'object' && !Array.isArray(value);
    if (!within || !isKeys) return [place];
    return Object.entries(value).flatMap(([key, inner]) => left([...place, key], inner));
  };
  return left(path, valueAt(data, path) ?? null);
}

const same = (one: DocumentPath, other: DocumentPath): boolean =>
  one.length === other.length && one.every((step, i) => step === other[i]);
