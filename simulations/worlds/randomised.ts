import type { EffectEstimate } from '../../src/statistics/effect-estimate.ts';
import { linkedEffect } from '../../src/statistics/linked-effect.ts';
import { cupedFollowUpEffects, linFollowUpEffects } from '../../src/statistics/precise-follow-up.ts';
import { randomisedFollowUpEffects } from '../../src/statistics/randomised-follow-up.ts';
import { isRefused, type Refused } from '../../src/statistics/refused.ts';
import { stratifiedFollowUpEffects } from '../../src/statistics/stratified-follow-up.ts';
import { followPeople, horizon, type Person } from '../register-world.ts';
import { reading, type World } from '../replications.ts';
import { covariates, drawn, truth, without } from './people.ts';

const takeUp = 0.6;
const itt = truth.ate.effect * takeUp;
const options = { horizons: [horizon], level: 0.95 };

/** Follows 3,000 people drawn into two groups: the offer's difference and ratio, and the effect of taking it. */
function effects(random: () => number, draw: (random: () => number) => Person): readonly EffectEstimate[] {
  const rows = followPeople(3_000, random, draw).map((row) => ({ ...row, assigned: row.treated }));
  const found = randomisedFollowUpEffects(rows, options);
  return isRefused(found) ? [] : found;
}

const missed = { treated: 0.1, control: 0.2 };
const rates = (share: number, size: number) => ({
  missed: share,
  false: 0,
  missedSe: Math.sqrt((share * (1 - share)) / size),
  falseSe: 0,
});
const checked = 500;

/** Missed matches, the rates learned by checking 500 outcomes of each group by hand. */
function corrected(random: () => number) {
  const [observed] = effects(random, (own) => {
    const person = drawn(own);
    return { ...person, missed: person.treated === 1 ? missed.treated : missed.control };
  });
  if (observed?.kind !== 'estimate') return null;
  const learned = (share: number) => {
    let found = 0;
    for (let i = 0; i < checked; i++) if (random() < share) found++;
    return rates(found / checked, checked);
  };
  return linkedEffect(observed, {
    treated: learned(missed.treated),
    control: learned(missed.control),
    shared: false,
  });
}

/** What was known before: each cell's own risk. */
const before = Array.from({ length: 8 }, (_, cell) => without(cell));

const first = (found: readonly EffectEstimate[] | Refused) =>
  isRefused(found) ? null : reading(found[0], 'value');

export const randomisedWorlds: readonly World[] = [
  {
    name: 'tirage au sort, écart entre groupes',
    said: '3 000 personnes, 6 sur 10 acceptent l’offre',
    truth: itt,
    draw: (random) => reading(effects(random, drawn)[0], 'value'),
  },
  {
    name: 'tirage au sort, rapport entre groupes',
    said: 'le même',
    truth: (truth.ate.without + itt) / truth.ate.without,
    draw: (random) => reading(effects(random, drawn)[1], 'value'),
  },
  {
    name: 'tirage au sort, effet de l’usage',
    said: 'le même : effet sur ceux que l’offre a décidés',
    truth: truth.ate.effect,
    draw: (random) => reading(effects(random, drawn)[2], 'value'),
  },
  {
    name: 'tirage au sort, liens manqués',
    said: '10 % et 20 % d’effets non reliés, taux estimés sur 500 vérifications par groupe',
    truth: itt,
    draw: (random) => reading(corrected(random), 'value'),
  },
  {
    name: 'tirage au sort, précisé par Lin',
    said: 'le même, trois caractéristiques d’avant',
    truth: itt,
    draw: (random) => first(linFollowUpEffects(followPeople(3_000, random, drawn), covariates, options)),
  },
  {
    name: 'tirage au sort, précisé par CUPED',
    said: 'le même, avec le risque d’avant',
    truth: itt,
    draw: (random) => first(cupedFollowUpEffects(followPeople(3_000, random, drawn), before, options)),
  },
  {
    name: 'tirage au sort, compté strate par strate',
    said: 'le même, huit strates',
    truth: itt,
    draw: (random) => {
      const found = stratifiedFollowUpEffects(followPeople(3_000, random, drawn), options);
      return isRefused(found) ? null : first(found.effects);
    },
  },
];
