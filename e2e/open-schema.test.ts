import { expect, test } from 'vitest';
import { readFiguresCsv } from '../src/portfolio/figures/read-figures-csv.ts';
import { peopleRule } from '../src/publish/disclosure/rule.ts';
import {
  randomisedComparison,
  simulatedDocument,
  simulatedPeople,
  simulatedPlan,
} from '../src/publish/fixtures/simulated-measure.ts';
import { openSchemaCsv } from '../src/publish/formats/open-schema.ts';
import { freeze } from '../src/publish/freeze.ts';

test('the figures we publish follow every rule of the open format we import', () => {
  const plan = simulatedPlan(randomisedComparison);
  const people = simulatedPeople({ people: 1500, seed: 4, days: 200, share: 0.3, channels: [5, 3] });
  const document = simulatedDocument(people, '2026-07-31', plan);
  const one = freeze({ document, plan: plan.plan, rule: peopleRule, earlier: [], today: '2026-08-03' });
  const figures = readFiguresCsv(openSchemaCsv([one]), 'figures.csv', {
    service: 'La Boite',
    today: '2026-08-03',
  });
  expect(figures.length).toBe(6);
});
