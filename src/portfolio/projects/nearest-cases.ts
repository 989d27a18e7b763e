import type { Case } from '../cases/case.ts';
import { caseLibrary } from '../cases/library.ts';
import { withoutAccents } from '../search-text.ts';
import type { EffectAnswer } from './answers.ts';

/** Every case, nearest first: words in common, the rarest among cases weighing most, then the same domain. */
export function nearestCases({ mission, statement, beneficiaries, domain }: EffectAnswer): readonly Case[] {
  const asked = stems(`${mission} ${statement} ${beneficiaries}`);
  const nearness = (example: Case): number => {
    const { effect } = example;
    const words = [...asked].filter((stem) => told.get(example.id)?.has(stem));
    return words.reduce((sum, stem) => sum + rarity(stem), effect.domain === domain ? 1 : 0);
  };
  return caseLibrary.toSorted((a, b) => nearness(b) - nearness(a));
}

/** Words by their beginning, so that « logements » meets « logement ». */
function stems(text: string): ReadonlySet<string> {
  const words = withoutAccents(text).split(/[^a-z0-9]+/);
  return new Set(words.filter((word) => word.length > 3).map((word) => word.slice(0, 7)));
}

const told: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  caseLibrary.map(({ id, mission, effect }) => [
    id,
    stems(`${mission} ${effect.statement} ${effect.beneficiaries}`),
  ]),
);

/** Nothing for a word of every case, most for a word of a single one. */
function rarity(stem: string): number {
  const cases = [...told.values()].filter((words) => words.has(stem)).length;
  return cases === 0 ? 0 : Math.log(told.size / cases);
}
