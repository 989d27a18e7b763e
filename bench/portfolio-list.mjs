// An invented list of services in the format of beta.gouv.fr v2.7, the same for the same seed: what the load of the
// public pages is measured on.
//   node bench/portfolio-list.mjs [--services 2000] [--seed 1] > startups.json
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from '../dist/statistics/seeded-random.js';

const verbs = [
  'Simplifier',
  'Faciliter',
  'Accompagner',
  'Suivre',
  'Protéger',
  'Réparer',
  'Partager',
  'Prévenir',
];
const things = [
  'l’accès aux soins',
  'la rénovation',
  'le retour à l’emploi',
  'la collecte des déchets',
  'l’inscription à l’école',
  'la demande de logement',
  'l’instruction des permis',
  'le recours aux droits',
];
const whom = [
  'des familles',
  'des artisans',
  'des communes',
  'des étudiants',
  'des aidants',
  'des agriculteurs',
];
const phases = ['investigation', 'construction', 'acceleration', 'consolidation', 'transfere', 'abandon'];

/** The text of a list of that many services. */
export function portfolioList(services, seed) {
  const random = seededRandom(seed);
  const one = (list) => list[Math.floor(random() * list.length)];
  const day = (year) => `${year}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`;
  const data = Array.from({ length: services }, (_, index) => {
    const id = `service-${String(index + 1).padStart(4, '0')}`;
    const link = `https://${id}.exemple.fr`;
    return {
      id,
      type: 'startup',
      attributes: {
        name: `${one(verbs)} ${one(things)} (${index + 1})`,
        pitch: `${one(verbs)} ${one(things)} ${one(whom)}, sans que personne n’ait à se déplacer.`,
        link,
        stats_url: random() < 0.35 ? `${link}/stats` : '',
        impact_url: random() < 0.16 ? `${link}/impact` : '',
        phases: phases
          .slice(0, 1 + Math.floor(random() * 4))
          .map((name, step) => ({ name, start: day(2020 + step), end: '' })),
        events: random() < 0.5 ? [{ name: 'committee', date: day(2025), comment: 'Six mois de plus.' }] : [],
        sponsors: [`organisation-${Math.floor(random() * 60)}`],
        thematiques: [one(things)],
        technos: [],
      },
      relationships: {
        incubators: { data: [{ type: 'incubator', id: `incubateur-${Math.floor(random() * 20)}` }] },
      },
    };
  });
  return JSON.stringify({ links: {}, data, included: [] });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { services: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  process.stdout.write(portfolioList(Number(values.services), Number(values.seed)));
}
