import { expect, test } from 'vitest';
import { nextStep, nextSteps, type ServiceState } from './next-step.ts';

const nothing: ServiceState = {
  phase: 'construction',
  effect: null,
  hasPlan: false,
  declaredFigures: 0,
  impactLink: null,
  statsLink: null,
};

test.each<[string, Partial<ServiceState>, RegExp]>([
  ['nothing is known', {}, /Dire en une phrase/],
  ['an effect is said', { effect: 'Moins de bruit' }, /appeler dix usagers/],
  ['figures are declared', { declaredFigures: 3 }, /Chiffres déclarés/],
  ['a page of statistics', { statsLink: 'https://a.fr/stats' }, /Page de statistiques/],
  ['a matrix written by hand', { impactLink: 'https://docs.numerique.gouv.fr/docs/x' }, /Matrice d’impact/],
  ['a picture of a matrix', { impactLink: 'https://a.fr/matrice.png' }, /Matrice d’impact/],
  ['a plan', { hasPlan: true, impactLink: 'https://a.fr/matrice.png' }, /importer les premières données/],
  ['in investigation', { phase: 'investigation', statsLink: 'https://a.fr/stats' }, /bon moment/],
  ['stopped', { phase: 'abandon', hasPlan: true }, /arrêté/],
  ['handed over', { phase: 'transfere' }, /transféré/],
  ['no phase', { phase: null }, /Dire en une phrase/],
])('%s', (_, state, expected) => {
  const said = nextStep({ ...nothing, ...state });
  expect(said).toMatch(expected);
  expect(said).toMatch(/^[^.]{10,40}\. \p{Lu}.*\.$/u);
  expect(nextSteps).toContain(said);
});
