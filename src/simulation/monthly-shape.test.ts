import { expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { entryShares, laBonneBoiteProfile, monthWeight, readFunnel, returning } from './monthly-shape.ts';

const header = 'periode;nb_idpe_unique_afficher_details_favori;nb_embauche';

test('a funnel is read month after month, its figures becoming weights around 1', () => {
  const shape = readFunnel(`\uFEFF${header}\r\n2019-12;300;10\r\n2020-01;100;30\r\n`, 'essai');
  if ('problem' in shape) throw new Error(shape.problem);
  expect(monthWeight(shape, 'users', '2019-12')).toBe(1.5);
  expect(monthWeight(shape, 'hires', '2020-01')).toBe(1.5);
  expect(monthWeight(shape, 'users', '2020-09')).toBe(laBonneBoiteProfile.users[8]);
});

test.each([
  ['periode;autre\n2019-12;3', /colonnes periode/],
  [header, /aucun mois/],
  [`${header}\n2019-12;3;4\n2020-02;3;4`, /ligne 3 .*2020-01/],
  [`${header}\n2019-12;beaucoup;4`, /ligne 2/],
  [`${header}\ndécembre;3;4`, /AAAA-MM/],
])('a file that is not a funnel is said to be so: %s', (text, problem) => {
  expect(readFunnel(text, 'essai')).toEqual({ problem: expect.stringMatching(problem) });
});

test('entries sum to 1 and follow the months', () => {
  const calendar = createCalendar('2019-01', 12);
  const shares = entryShares(calendar, laBonneBoiteProfile);
  const months = new Array<number>(12).fill(0);
  for (const [day, share] of shares.entries()) {
    months[calendar.month(day)] = (months[calendar.month(day)] ?? 0) + share;
  }
  expect(months.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
  const active = months.map((entries, i) => entries + returning * (months[i - 1] ?? 0));
  for (const [i, users] of laBonneBoiteProfile.users.entries()) {
    expect((active[i] ?? 0) / (active[0] ?? 1)).toBeCloseTo(users / 1.3, 9);
  }
});
