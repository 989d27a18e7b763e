import { expect, test } from 'vitest';
import { readPlan } from '../../plan/read-plan.ts';
import { caseLibrary } from '../cases/library.ts';
import { starterPlan } from '../cases/plans/starter-plan.ts';
import { receivedOnline } from './received-online.ts';

test('every starter plan can be measured on a site from deposited files alone', () => {
  const kept = caseLibrary.flatMap((example) => {
    const { plan, problems } = readPlan(receivedOnline(starterPlan(example)));
    if (plan === null) return [`${example.id}: ${problems[0]?.sentence}`];
    return Object.values(plan.sources)
      .filter(({ arrivals }) => arrivals !== true)
      .map(({ name }) => `${example.id}: ${name}`);
  });
  expect(kept).toEqual([]);
});

test('only where rows come from changes: comments, order and every other byte stay', () => {
  const text = `foulee: 1 # un
sources:
  a: {kind: events, files: "a-*.csv", time: jour}   # deux
  b:
    kind: series
    files: [b.csv,
      c.csv]   # trois
    time: mois
`;
  expect(receivedOnline(text)).toBe(`foulee: 1 # un
sources:
  a: {kind: events, arrivals: true, time: jour}   # deux
  b:
    kind: series
    arrivals: true   # trois
    time: mois
`);
  expect(receivedOnline('ceci: [n’est pas')).toBe('ceci: [n’est pas');
});
