import { expect, test } from 'vitest';
import { movesBetween } from '../committee/costs/cost-move.ts';
import { costsOver } from '../committee/costs/costs-over.ts';
import { budgetOf } from '../committee/costs/fixtures/budget.ts';
import { followedPublication } from '../committee/costs/fixtures/followed.ts';
import { readCosts } from '../committee/costs/read-costs.ts';
import { costsText } from './costs-text.ts';

const published = followedPublication(8);
const service = { name: 'Estime' };
const period = { from: '2026-01-01', until: '2026-12-31' };
const textOf = (lines: Parameters<typeof costsOver>[0], since: string | null) => {
  const costs = readCosts({ lines, allocations: [], published, declared: null });
  const before = readCosts({ lines, allocations: [], published: null, declared: null });
  const moves = since === null ? null : movesBetween(before, costs, since);
  return costsText({ service, year: costsOver(lines, period), costs, moves }).replace(/[\u00a0\u202f]/g, ' ');
};

test('the terminal says what the year, a use and an effect cost, and how it moved', () => {
  const text = textOf([budgetOf({ state: 'forecast' })], '2026-03-12');
  expect(text).toMatch(
    /^Estime\n {2}Le service a coûté 365 000 € du 1er janvier 2026 au 31 décembre 2026, dont 365 000 € prévus/,
  );
  expect(text).toMatch(
    /Un effet de plus\n {4}Chaque effet supplémentaire coûte entre .*\n {4}Budget du .*\n {4}Au 12 mars 2026, ce coût n’était pas connu\./,
  );
  expect(text).toContain('« Embauches » : Tout le budget est compté pour cet effet');
  expect(text).toMatch(/Effets publiés le 23 novembre 2026\.\n$/);
});

test('without a budget it says so, and no figure', () => {
  const text = textOf([], null);
  expect(text).toContain('Coût inconnu : aucun budget n’est enregistré pour ce service.');
  expect(text).not.toMatch(/\d €/);
});
