import type { Case } from '../../portfolio/cases/case.ts';
import { caseLibrary } from '../../portfolio/cases/library.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';

/** A case of the library, and a few others that look at their effect the same way. */
export interface Lesson {
  readonly example: Case;
  readonly alike: readonly Case[];
}

const most = 3;

/** What the library tells of a service of the demonstration; null for any other service. */
export function lessonOf(service: string): Lesson | null {
  const example = caseLibrary.find(({ id }) => demonstrationId(id) === service);
  return example === undefined ? null : { example, alike: casesAlike(example) };
}

/** Other cases looked at the same way, those of the same domain first. */
export function casesAlike(example: Case): readonly Case[] {
  const others = caseLibrary.filter(({ id, method }) => id !== example.id && method === example.method);
  const nearest = others.toSorted(
    (a, b) =>
      Number(b.effect.domain === example.effect.domain) - Number(a.effect.domain === example.effect.domain),
  );
  return nearest.slice(0, most);
}
