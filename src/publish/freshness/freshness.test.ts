import { expect, test } from 'vitest';
import { freshness, freshnessFacts } from './freshness.ts';

const weekly = freshnessFacts('2026-11-23', '2026-10-31', [{ cadence: 'week' }]);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a weekly figure says when it was measured, on what, and when next', () => {
  expect(plain(freshness(weekly, '2026-11-25').sentence)).toBe(
    'Mesuré le 23 novembre 2026, sur des données connues jusqu’au 31 octobre 2026. Prochaine mesure : lundi 30 novembre 2026.',
  );
});

test('a run not made on its day is due, not yet stale', () => {
  expect(freshness(weekly, '2026-11-30').state).toBe('fresh');
  const late = freshness(weekly, '2026-12-01');
  expect(late.state).toBe('due');
  expect(plain(late.sentence)).toContain('La mesure prévue le 30 novembre 2026 n’est pas encore faite.');
});

test('after two missed runs it is more than three weeks old, and says so', () => {
  expect(freshness(weekly, '2026-12-14').state).toBe('due');
  const stale = freshness(weekly, '2026-12-15');
  expect(stale.state).toBe('stale');
  expect(plain(stale.sentence)).toMatch(/^Ce chiffre a plus de trois semaines/);
});

test('the shortest cadence of the plan counts; a week when none is given', () => {
  expect(freshnessFacts('2026-01-01', null, [{ cadence: 'year' }, { cadence: 'month' }]).everyDays).toBe(30);
  expect(freshnessFacts('2026-01-01', null, [{}]).everyDays).toBe(7);
  expect(freshnessFacts('2026-01-01', null, [{ cadence: 'quarter' }]).nextDue).toBe('2026-04-02');
});
