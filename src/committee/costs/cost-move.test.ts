import { expect, test } from 'vitest';
import { costMove } from './cost-move.ts';
import { knownCost } from './divided-cost.ts';
import { type UnitCost, unknownCost } from './unit-cost.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const period = { from: '2026-01-01', until: '2026-12-31' };
const cost = (value: number, lower: number, upper: number, unit = 'heures libérées'): UnitCost =>
  knownCost(
    { period, cents: 1, forecast: 0, share: 1 },
    {
      value: 1,
      lower: null,
      upper: null,
      unit,
      each: null,
      period,
      indicator: 'h',
      horizon: null,
      note: null,
    },
    { value, lower, upper },
  );
const said = (before: UnitCost, now: UnitCost) => plain(costMove(before, now, '2026-03-12').sentence);

test('a fall is said with both figures; intervals that meet leave room for chance', () => {
  expect(said(cost(20, 18, 22), cost(16, 15, 17))).toBe(
    'Au 12 mars 2026, il était de 20 € (entre 18 € et 22 €) ; il est maintenant de 16 € (entre 15 € et 17 €), soit 20 % de moins.',
  );
  expect(said(cost(20, 15, 25), cost(16, 12, 21))).toMatch(/peut venir du hasard des mesures\.$/);
  expect(costMove(cost(20, 15, 25), cost(16, 12, 21), '2026-03-12')).toMatchObject({
    clear: false,
    ratio: 0.8,
  });
  expect(costMove(cost(20, 18, 22), cost(16, 15, 17), '2026-03-12')).toMatchObject({ clear: true });
});

test.each([
  [
    'unknown then',
    unknownCost('no-budget', 'Coût inconnu.'),
    cost(16, 15, 17),
    /n’était pas connu. Il est maintenant de 16 €/,
  ],
  [
    'unknown now',
    cost(20, 18, 22),
    unknownCost('no-budget', 'Coût inconnu.'),
    /il n’est plus connu\. Coût inconnu\.$/,
  ],
  ['unknown twice', unknownCost('no-budget', ''), unknownCost('no-budget', ''), /ne l’est pas encore\.$/],
  ['another question', cost(20, 18, 22, 'dossiers'), cost(16, 15, 17), /ne se comparent pas\.$/],
  ['no move', cost(20, 18, 22), cost(20, 18, 22), /il n’a pas bougé\.$/],
])('%s', (_, before, now, expected) => {
  expect(said(before, now)).toMatch(expected);
});
