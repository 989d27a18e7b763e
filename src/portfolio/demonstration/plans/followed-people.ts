import { demonstrationHead, type Known, type MeasuredExample, simulated } from './measured-example.ts';
import { dailyTable, dayAfter, monthAfter } from './simulated-table.ts';

interface FollowedWorld {
  /** Month of the demonstration in which it begins. */
  readonly from: number;
  readonly perDay: number;
  readonly seed: number;
  /** Days within which the outcome comes, for whom it comes. */
  readonly within: number;
  /** Probability of the outcome without the invitation, and what the invitation adds to it. */
  readonly share: number;
  readonly added: number;
}

/** A table of people already followed: entry, outcome if it is known by then, drawn to be invited or not. */
const followedTable =
  (world: FollowedWorld) =>
  ({ since, through }: Known): Readonly<Record<string, string>> => {
    const days = {
      first: monthAfter(since, world.from),
      last: through,
      perDay: world.perDay,
      seed: world.seed,
    };
    return {
      'personnes.csv': dailyTable('entree,effet,tire', days, (day, draws) => {
        const invited = draws.happens(0.5);
        const outcome = dayAfter(day, 1 + draws.below(world.within));
        const happens = draws.happens(world.share + (invited ? world.added : 0));
        return [day, happens && outcome <= through ? outcome : '', invited ? 'oui' : 'non'];
      }),
    };
  };

const source = ({ through }: Known) => `sources:
  personnes:
    kind: units
    files: [personnes.csv]
    entry: entree
    time: effet
    attributes: {tire: tire}
    complete_through: ${through}
`;

/** Drawn at random, but among too few people to conclude. */
export const inclu: MeasuredExample = {
  service: 'handicompatible',
  jobSeekers: false,
  monthsAgo: [0],
  plan: (known) => `${demonstrationHead('handicompatible')}${source(known)}indicators:
  - id: entretien-obtenu
    name: Entretien d'embauche obtenu, selon le tirage au sort
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [60d]
    sentence: {who: "demandeurs d'emploi en situation de handicap", what: obtiennent un entretien}
    comparison: {design: randomised, arm: tire, treated: oui, control: non}
    labels: {tire: tirage au sort}
    decision: {threshold: 0.02}
    limits: ["${simulated}"]
`,
  files: followedTable({ from: 12, perDay: 2, seed: 5, within: 55, share: 0.3, added: 0.06 }),
};

/** Drawn at random among many, and nothing that counts: said as plainly as a success. */
export const nosGestesClimat: MeasuredExample = {
  service: 'nosgestesclimat',
  jobSeekers: false,
  monthsAgo: [0],
  plan: (known) => `${demonstrationHead('nosgestesclimat')}${source(known)}indicators:
  - id: geste-tenu
    name: Geste tenu trois mois après, selon le tirage au sort d'un rappel
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [90d]
    sentence: {who: personnes qui ont choisi un geste, what: le tiennent}
    comparison: {design: randomised, arm: tire, treated: oui, control: non}
    labels: {tire: tirage au sort}
    decision: {threshold: 0.03}
    limits: ["${simulated}"]
`,
  files: followedTable({ from: 10, perDay: 50, seed: 8, within: 85, share: 0.22, added: 0 }),
};

/** A service so young that nobody has been followed long enough. */
export const franceVae: MeasuredExample = {
  service: 'reva',
  jobSeekers: false,
  monthsAgo: [0],
  plan: (known) => `${demonstrationHead('reva')}${source(known)}indicators:
  - id: diplome-puis-emploi
    name: Nouvel emploi dans les deux ans qui suivent le diplôme
    matrix: impactful
    method: follow-up
    population: personnes
    horizons: [730d]
    sentence: {who: candidats diplômés, what: changent d'emploi}
    limits: ["${simulated}"]
`,
  files: followedTable({ from: 12, perDay: 5, seed: 13, within: 700, share: 0.5, added: 0 }),
};
