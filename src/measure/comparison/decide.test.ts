import { expect, test } from 'vitest';
import type { DecisionTerms } from '../../plan/plan.ts';
import { decide } from './decide.ts';

const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));

/** 5,000 people over a hundred days; an effect in points and its standard error. */
function said(value: number, se: number, terms: Partial<DecisionTerms>) {
  const [lower, upper] = [value - 1.96 * se, value + 1.96 * se];
  return plain(
    decide({
      terms: { threshold: null, cost: null, valuePerOutcome: null, note: null, ...terms },
      effect: {
        kind: 'estimate',
        horizon: 90,
        measure: 'difference',
        estimand: 'itt',
        method: 'kaplan-meier',
        level: 0.95,
        value,
        lower,
        upper,
        standardError: se,
        withService: 0.6,
        withoutService: 0.6 - value,
      },
      horizon: 90,
      treatedUnits: 5000,
      entryDays: 100,
    }).sentences,
  );
}

const pace = '(au rythme actuel d’entrées, le service continuant, pour une décision qui vaut un an).';

test('chances: of the threshold, in points, and of any good at all; never 0 nor 100', () => {
  expect(said(0.03, 0.02, { threshold: 0.01 })[0]).toBe(
    '84 chances sur 100 que l’effet dépasse le seuil fixé (1 point) ; 93 chances sur 100 qu’il soit positif. Estimation : +3,0 points.',
  );
  expect(said(-0.03, 0.0195, { threshold: 0.015 })[0]).toBe(
    '1 chance sur 100 que l’effet dépasse le seuil fixé (1,5 point) ; 6 chances sur 100 qu’il soit positif. Estimation : −3,0 points.',
  );
  expect(said(-0.02, 0.008, { threshold: -0.01 })[0]).toContain('le seuil fixé (−1 point)');
  expect(said(0.03, 0.001, {})).toEqual(['Plus de 99 chances sur 100 que le service améliore les choses.']);
  expect(said(-0.03, 0.001, {})).toEqual(['Moins d’une chance sur 100 que le service améliore les choses.']);
});

test.each([
  [0.03, 0.005, "L'effet dépasse le seuil fixé : il est assez grand pour compter."],
  [
    -0.03,
    0.005,
    "L'effet est négatif et assez grand pour compter : il dépasse le seuil fixé, dans l'autre sens.",
  ],
  [
    0.004,
    0.001,
    "S'il y a un effet, dans un sens ou dans l'autre, il est trop petit pour compter au regard du seuil fixé.",
  ],
  [
    0.0001,
    0.01,
    "Les données ne permettent pas de dire si l'effet, dans un sens ou dans l'autre, est assez grand pour compter au regard du seuil fixé.",
  ],
])('an effect of %d ± %d against one point: said once, in the right direction', (value, se, sentence) => {
  expect(said(value, se, { threshold: 0.01 })[1]).toBe(sentence);
});

test.each([
  [0.03, 0.005, 150_000, 'Chaque effet supplémentaire coûte entre 754 € et 1 485 €.'],
  [0.5, 0.1, 1000, 'Chaque effet supplémentaire coûte entre 0,29 € et 0,66 €.'],
  [
    0.03,
    0.02,
    1000,
    "Le coût par effet supplémentaire n'est pas borné : l'effet n'est pas nettement différent de zéro, le coût peut être aussi grand que l'on veut.",
  ],
  [
    -0.03,
    0.005,
    1000,
    "Avec le service, l'effet recherché arrive moins souvent : il n'y a pas d'effet supplémentaire à chiffrer.",
  ],
])('an effect of %d ± %d for %d € in all: %s', (value, se, cost, sentence) => {
  expect(said(value, se, { cost })[1]).toBe(sentence);
});

test.each([
  [0.03, 0.02, 500, 1000, `Attendre trois mois de plus vaut environ 720 € ${pace}`],
  [
    0.03,
    0.005,
    500,
    1000,
    `Attendre trois mois de plus n’apporterait presque rien : la décision serait la même ${pace}`,
  ],
  [
    -0.03,
    0.02,
    2000,
    150_000,
    `Attendre trois mois de plus coûterait environ 410 000 € de plus que cela n’apporterait : mieux vaut décider maintenant ${pace}`,
  ],
])('an effect of %d ± %d worth %d € each, for %d € in all: %s', (value, se, worth, cost, sentence) => {
  expect(said(value, se, { valuePerOutcome: worth, cost }).at(-1)).toBe(sentence);
});

test('without an effect nothing is said to decide on', () => {
  const terms = { threshold: 0.01, cost: 1000, valuePerOutcome: 500, note: null };
  const found = decide({ terms, effect: null, horizon: 90, treatedUnits: 5000, entryDays: 100 });
  expect(found.sentences).toEqual(['Sans effet lisible, rien ne peut être dit pour décider.']);
  expect(found).toMatchObject({
    probabilityPositive: null,
    verdict: null,
    costPerOutcome: null,
    waiting: null,
  });
});
