import { expect, test } from 'vitest';
import { isRefused } from '../../statistics/refused.ts';
import { describeProjection } from './describe.ts';
import { project } from './project.ts';
import type { ProjectQuestion } from './question.ts';

const asked: ProjectQuestion = {
  baseline: 0.12,
  effect: 0.02,
  takeUp: 1,
  usersPerWeek: 280,
  start: '2026-09-01',
  lastEntry: null,
  horizon: 90,
  lag: 45,
  lost: 0,
  power: 0.8,
  alpha: 0.05,
  precision: 0.02,
};
const plain = (text: string) => text.replace(/\s+/g, ' ');
const said = (question: ProjectQuestion) =>
  plain(
    describeProjection(project(question))
      .flatMap(({ sentences }) => sentences)
      .join(' '),
  );

test('12 against 14 of 100: the published size, said with both shares', () => {
  const { size } = project(asked);
  expect(size).toMatchObject({ perArm: 4438, total: 8876 });
  expect(said(asked)).toContain(
    'Pour voir 14 sur 100 au lieu de 12, 80 fois sur 100, il faut 4 438 personnes dans chaque groupe, suivies 90 jours, soit 8 876 en tout.',
  );
});

test('a quarter of those offered use it: the effect of the offer is a quarter, its size sixteen times and more', () => {
  const { size } = project({ ...asked, takeUp: 0.25 });
  expect(size).toMatchObject({ perArm: 67_496 });
  expect(said({ ...asked, takeUp: 0.25 })).toContain('25 sur 100 l’utilisent');
});

test('people lost from sight are added', () => {
  const { size } = project({ ...asked, lost: 0.5 });
  expect(size).toMatchObject({ perArm: 8875 });
});

test('dates: the first figure, later for a comparison, and later still with a slower register', () => {
  const { firstFigure, firstComparison } = project(asked);
  expect(firstFigure).toMatchObject({ kind: 'reachable', date: '2027-01-17', entered: 5520 });
  expect(firstComparison).toMatchObject({ kind: 'reachable', date: '2027-07-14', entered: 12_640 });
  const slower = project({ ...asked, lag: 90 });
  if (isRefused(slower.firstFigure) || slower.firstFigure === null) throw new Error('refused');
  expect(slower.firstFigure.date).toBe('2027-03-03');
});

test('the longer people enter, the smaller the effect that can be seen', () => {
  const seen = project(asked).detectable.map(({ difference }) => difference ?? 1);
  expect(seen).toHaveLength(4);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  // About 2,000 people an arm: 12 against 15.03 of 100.
  const [, , , ...none] = project({ ...asked, usersPerWeek: 4000 / ((6 * (365.25 / 12)) / 7) }).detectable;
  expect(none).toHaveLength(1);
  const half = project({ ...asked, usersPerWeek: (4000.5 * 7) / (6 * (365.25 / 12)) }).detectable[1];
  expect(half).toMatchObject({ months: 6, entered: 4000 });
  expect(half?.difference).toBeCloseTo(0.03028, 4);
});

test.each([
  [{ effect: null }, 'Dites le plus petit effet qui compterait'],
  [{ usersPerWeek: null }, 'Dites combien de personnes arrivent par semaine'],
  [{ usersPerWeek: 0 }, 'personne n’entre dans le suivi'],
  [{ effect: 0.9 }, 'Cet effet ferait sortir la part'],
  [{ effect: -0.12 }, 'Cet effet ferait sortir la part'],
  [{ usersPerWeek: 0.001 }, 'à ce rythme, trop peu de personnes'],
  [{ lastEntry: '2026-10-01' }, 'pas assez de personnes pour la précision voulue'],
])('%o is said in a sentence', (change, sentence) => {
  expect(said({ ...asked, ...change })).toContain(sentence);
});

test('whatever is asked, no figure is NaN nor infinite, and every sentence ends', () => {
  for (const baseline of [1e-6, 0.5, 0.999_999]) {
    for (const effect of [null, -0.3, 1e-7, 0.4]) {
      for (const horizon of [null, 1, 3650]) {
        const question = { ...asked, baseline, effect, horizon, usersPerWeek: 3 };
        expect(JSON.stringify(project(question))).not.toMatch(/NaN|Infinity|"perArm":null/);
        for (const { sentences } of describeProjection(project(question))) {
          for (const one of sentences) expect(one).toMatch(/\.$/);
        }
      }
    }
  }
});
