import { afterAll, beforeAll, expect, test } from 'vitest';
import { rosenbaumBounds } from '../../statistics/rosenbaum-bounds.ts';
import { rosenbaumStrata } from '../../statistics/rosenbaum-strata.ts';
import { type ComparedPeople, comparedPeople } from './fixtures/compared-people.ts';

let people: ComparedPeople;
beforeAll(async () => {
  people = await comparedPeople();
});
afterAll(() => people.close());

const rosenbaum = async (choice: string) => {
  const measure = await people.measured(`{design: adjusted, arm: arm, covariates: [zone]${choice}}`);
  return measure.comparison?.sensitivity?.rosenbaum;
};
const gammaOf = (answer: ReturnType<typeof rosenbaumBounds>) => {
  if ('error' in answer) throw new Error(answer.sentence);
  return answer.sensitivity;
};

// With the service 200 of 500 in the north and 400 of 1,500 in the south are hired; without it, 100 and 300.
test('exact matching: the bound of its cells, said in a sentence', async () => {
  const found = await rosenbaum(', adjustment: matching-exact');
  const cells = [
    { treated: 500, others: 500, events: 300, treatedEvents: 200 },
    { treated: 1500, others: 1500, events: 700, treatedEvents: 400 },
  ];
  expect(found).toMatchObject({ kind: 'bound', gamma: gammaOf(rosenbaumStrata(cells, [1])) });
  expect(found?.sentence).toMatch(/^Une cause cachée devrait multiplier par plus de 1,[2-9] les chances/);
});

test('pairs without replacement: the bound of the pairs expected at random in each zone', async () => {
  const found = await rosenbaum(', adjustment: matching-nearest, replacement: false');
  // 500 × 0.4 × 0.8 + 1500 × 4/15 × 12/15 pairs where the user alone is hired, 280 where the other alone is.
  const expected = rosenbaumBounds({ discordantPairs: 760, treatedOnly: 480, gammas: [1] });
  expect(found).toMatchObject({ kind: 'bound', gamma: gammaOf(expected) });
});

test.each([
  ['', 'elles sont pondérées'],
  [', adjustment: weighting', 'elles sont pondérées'],
  [', adjustment: matching-nearest', 'une même personne peut servir de semblable à plusieurs'],
])('%s: no bound, and why', async (choice, why) => {
  const found = await rosenbaum(choice);
  expect(found).toMatchObject({ kind: 'not-applicable', gamma: null });
  expect(found?.sentence).toContain(why);
});
