import { expect, test } from 'vitest';
import { compareFigures } from './compare-figures.ts';
import type { KnownFigure } from './known-figures.ts';

const known = (value: number | null, half = 0.02, at = 'dans les six mois'): KnownFigure => ({
  indicator: 'hired',
  name: 'Embauches',
  sentence: value === null ? 'Trop tôt pour le dire.' : `${value * 100} sur 100 sont embauchées.`,
  figure:
    value === null
      ? null
      : {
          figure: { value, lower: value - half, upper: value + half, level: 0.95, n: 500, isShare: true },
          value,
          saidIn: 'share',
          base: 100,
          at,
          say: (said) => `${Math.round(said * 100)} sur 100`,
        },
});
const counted = (value: number): KnownFigure => {
  const { figure, ...rest } = known(value);
  return { ...rest, figure: figure && { ...figure, figure: null } };
};

test.each([
  [
    known(0.2),
    'Embauches. 20 sur 100 dans les six mois, au lieu de 14 sur 100 le jour du comité : une hausse que le hasard n’explique pas.',
  ],
  [
    known(0.1, 0.01),
    'Embauches. 10 sur 100 dans les six mois, au lieu de 14 sur 100 le jour du comité : une baisse que le hasard n’explique pas.',
  ],
  [
    known(0.17),
    'Embauches. 17 sur 100 dans les six mois, au lieu de 14 sur 100 le jour du comité : pas de changement net, le hasard peut l’expliquer.',
  ],
  [known(0.14), 'Embauches. 14 sur 100 dans les six mois, comme le jour du comité.'],
  [known(0.2, 0.02, 'dans les trois mois'), /Ce n’est pas la même lecture/],
  [counted(0.2), /à vous de dire si l’écart compte/],
  [known(null), /À présent : Trop tôt pour le dire\./],
])('what became of a figure', (now, says) => {
  const [line] = compareFigures([known(0.14)], [now]);
  if (typeof says === 'string') expect(line).toBe(says);
  else expect(line).toMatch(says);
});

test('a figure that is no longer public, one that was not there, and none at all', () => {
  expect(compareFigures([known(0.14)], [])[0]).toMatch(/plus aucun chiffre n’est publié/);
  expect(compareFigures([known(null)], [known(0.14)])[0]).toMatch(
    /^Embauches\. Ce jour-là, pas encore de chiffre/,
  );
  expect(compareFigures([], [known(0.14)])).toEqual([
    expect.stringMatching(/rien à comparer/),
    expect.stringMatching(/^Embauches\. À présent : /),
  ]);
});
