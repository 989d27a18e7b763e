import { estimateAt } from '../../src/statistics/estimate-at.ts';
import { followPeople, horizon } from '../register-world.ts';
import { reading, type World } from '../replications.ts';

const [risk, leaving] = [0.2, 0.3];

/** Chance of the outcome before any other way out, both with a constant hazard by whole days. */
const firstOutcome = (): number => {
  const stay = (1 - risk) ** (1 / horizon);
  const remain = (1 - leaving) ** (1 / horizon);
  return Array.from({ length: horizon }, (_, day) => (stay * remain) ** day * (1 - stay)).reduce(
    (sum, share) => sum + share,
    0,
  );
};

export const followedWorlds: readonly World[] = [
  {
    name: 'incidence, Kaplan–Meier',
    said: '1 500 personnes, registre en retard, suivi censuré à sa couverture',
    truth: risk,
    draw: (random) =>
      reading(
        estimateAt(
          followPeople(1_500, random, () => ({ cell: 0, treated: 0, risk })),
          horizon,
        ),
        'value',
      ),
  },
  {
    name: 'incidence, Aalen–Johansen',
    said: 'le même, 30 % des personnes quittent la liste autrement',
    truth: firstOutcome(),
    draw: (random) =>
      reading(
        estimateAt(
          followPeople(1_500, random, () => ({ cell: 0, treated: 0, risk, leaving })),
          horizon,
        ),
        'value',
      ),
  },
  {
    name: 'incidence, effet rare',
    said: '1 500 personnes, un effet pour cent',
    truth: 0.01,
    draw: (random) =>
      reading(
        estimateAt(
          followPeople(1_500, random, () => ({ cell: 0, treated: 0, risk: 0.01 })),
          horizon,
        ),
        'value',
      ),
  },
];
