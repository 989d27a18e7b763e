import { dayAfter, fixedTable } from '../../demonstration/plans/simulated-table.ts';

/** Share back to work within six months, of those who would open the e-mail and of the others; without it. */
const back = { opener: 0.16, other: 0.103 };
const opening = 0.3;
/** What the e-mail adds to the share, of those who open it: 2 % more of all, once diluted. */
const added = 0.008;
const horizon = 180;

/**
 * Two groups of a hundred thousand job seekers drawn at random, one of which is sent an e-mail. Those who open it
 * were already more likely to find work: what compares them to the others compares two kinds of people.
 */
export const jobSeekersDrawn = () => ({
  'personnes.csv': fixedTable(
    'tirage,emploi,invite,ouvert',
    { count: 200_000, seed: 407 },
    ({ uniform, below, happens }, rank) => {
      const invited = rank % 2 === 0;
      const opener = happens(opening);
      const opened = invited && opener;
      const share = (opener ? back.opener : back.other) + (opened ? added : 0);
      const day = uniform() < share ? dayAfter(drawnOn, 1 + below(horizon)) : '';
      return [drawnOn, day, invited ? 'oui' : 'non', opened ? 'oui' : 'non'];
    },
  ),
});

const drawnOn = '2026-03-02';
