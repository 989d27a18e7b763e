import { expect, test } from 'vitest';
import { type EffectHeadlineFacts, effectHeadline } from './effect-headline.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** −1,1 point, between −2,8 and +0,6, among 12 000 people drawn at random. */
const facts = (threshold: number | null): EffectHeadlineFacts => ({
  effect: {
    ...{ kind: 'estimate', horizon: 180, measure: 'difference', estimand: 'itt', level: 0.95, method: 'x' },
    ...{ value: -0.011, lower: -0.028, upper: 0.006, standardError: 0.0087 },
    ...{ withService: 0.289, withoutService: 0.3 },
  },
  comparison: { design: 'randomised' } as EffectHeadlineFacts['comparison'],
  decision: { threshold, valuePerOutcome: null, cost: null, note: null },
  service: 'Portail',
  indicator: 'Retour à l’emploi',
  ...{ units: 12_000, entryDays: 365, coverage: null },
  subjectPhrase: 'demandeurs d’emploi invités',
  outcomePhrase: 'retrouvent un emploi',
});

test.each([
  [0.015, 'Un effet de 1,5 point, le plus petit qui compterait, est déjà écarté.'],
  [0.006, 'Pour trancher sur un effet de 0,6 point, il faudrait en suivre environ 190 000 de plus'],
  [null, 'Pour trancher sur un effet de 1 point, il faudrait en suivre environ 59 000 de plus'],
])('with a threshold of %s: %s', (threshold, said) => {
  const sentence = plain(effectHeadline(facts(threshold)));
  expect(sentence).toContain('ne permettent pas de dire');
  expect(sentence).toContain(said);
});
