import { normalDraw } from '../../../statistics/seeded-random.ts';
import { demonstrationHead, type Known, type MeasuredExample, simulated } from './measured-example.ts';
import { dailyTable, dayAfter, fixedTable, monthAfter, monthsBetween } from './simulated-table.ts';

const eventsSource = (name: string, { through }: Known) =>
  `  ${name}: {kind: events, files: ${name}.csv, time: jour, complete_through: ${through}}\n`;

/** A mean measured on sixty contracts, times the number of answers. */
export const mps: MeasuredExample = {
  service: 'mps',
  jobSeekers: false,
  monthsAgo: [1, 0],
  plan: (known) => `${demonstrationHead('mps')}sources:
${eventsSource('reponses', known)}  marches: {kind: sample, files: marches.csv, value: heures, drawn: random}
indicators:
  - id: heures-liberees
    name: Heures libérées
    matrix: impactful
    method: sample-volume
    unit: h
    sample: marches
    volume: reponses
    sentence: {total: heures libérées, each: gagnées par réponse, sampled: marchés, cases: réponses}
    limits: ["${simulated}", "Les entreprises qui candidatent pour la première fois ne sont pas comptées."]
`,
  files: ({ since, through }) => ({
    'reponses.csv': dailyTable(
      'jour',
      { first: monthAfter(since, 14), last: through, perDay: 60, seed: 21 },
      (day) => [day],
    ),
    'marches.csv': fixedTable('marche,heures', { count: 60, seed: 22 }, ({ uniform }, rank) => [
      rank,
      Math.max(0.1, 2 + 0.97 * normalDraw(uniform)).toFixed(1),
    ]),
  }),
};

/** Introductions counted, and a hundred and twenty calls that say how many ended in a hire. */
export const maintenant: MeasuredExample = {
  service: 'maintenant',
  jobSeekers: false,
  monthsAgo: [0],
  plan: (known) => `${demonstrationHead('maintenant')}sources:
${eventsSource('relations', known)}  appels: {kind: sample, files: appels.csv, value: resultat, drawn: random}
indicators:
  - id: embauches
    name: Embauches par mises en relation
    matrix: impactful
    method: proxy
    count: relations
    counted: mises en relation
    sign_of: des embauches
    calibration: {source: appels, yes: embauche, effect: embauches}
    limits: ["${simulated}", "Sans compte, personne ne peut être suivi : tout tient aux appels."]
`,
  files: ({ since, through }) => ({
    'relations.csv': dailyTable(
      'jour',
      { first: monthAfter(since, 12), last: through, perDay: 19, seed: 23 },
      (day) => [day],
    ),
    'appels.csv': fixedTable('appel,resultat', { count: 120, seed: 24 }, ({ happens }, rank) => [
      rank,
      happens(0.25) ? 'embauche' : happens(0.8) ? 'rien' : '',
    ]),
  }),
};

/** A sign alone, and a figure left to age: published two months ago, when a run was due each week. */
export const planteEtMoi: MeasuredExample = {
  service: 'plante-et-moi',
  jobSeekers: false,
  monthsAgo: [2],
  plan: (known) => `${demonstrationHead('plante-et-moi')}sources:
${eventsSource('permis', known)}indicators:
  - id: permis
    name: Permis de végétaliser accordés
    matrix: impactful
    method: proxy
    count: permis
    counted: permis de végétaliser accordés
    sign_of: plus de verdure dans la rue
    cadence: week
    limits: ["${simulated}", "Un permis n'est pas un mètre carré planté."]
`,
  files: ({ since, through }) => ({
    'permis.csv': dailyTable(
      'jour',
      { first: monthAfter(since, 2), last: through, perDay: 1, seed: 25 },
      (day) => [day],
    ),
  }),
};

const ages = ['16-19', '20-24', '25-30'] as const;

/** Everyone asked two months after, those who answer not being like the others. */
export const aidesJeunes: MeasuredExample = {
  service: 'aides.jeunes',
  jobSeekers: false,
  monthsAgo: [0],
  plan: () => `${demonstrationHead('aides.jeunes')}sources:
  enquete:
    kind: sample
    files: enquete.csv
    value: reponse
    used: usage
    time: reponse_le
    attributes: {age: age}
    drawn: all
indicators:
  - id: aide-demandee
    name: Aide demandée après la simulation
    matrix: impactful
    method: asked-later
    answers: enquete
    yes: [demandée, versée]
    after: 45d
    margins: {age: {16-19: 3000, 20-24: 5000, 25-30: 2000}}
    breakdown: [age]
    labels: {age: âge}
    sentence: {who: jeunes qui ont fait une simulation, what: disent avoir demandé une aide}
    limits: ["${simulated}", "Qui a touché une aide répond plus volontiers."]
`,
  files: ({ through }) => ({
    'enquete.csv': fixedTable(
      'age,usage,reponse_le,reponse',
      { count: 900, seed: 26 },
      ({ below, happens }) => {
        const age = below(3);
        const used = dayAfter(through, -150 + below(60));
        const asked = happens(0.35 + 0.08 * age);
        if (!happens(asked ? 0.62 : 0.5)) return [ages[age] ?? '', used, '', ''];
        const answer = asked ? (happens(0.5) ? 'demandée' : 'versée') : 'rien';
        return [ages[age] ?? '', used, dayAfter(used, 60 + below(20)), answer];
      },
    ),
  }),
};

/** A usage, said to be one. */
export const acceslibre: MeasuredExample = {
  service: 'acceslibre',
  jobSeekers: false,
  monthsAgo: [0],
  plan: () => `${demonstrationHead('acceslibre')}sources:
  lieux: {kind: series, files: lieux.csv, time: mois, value: decrits}
indicators:
  - id: lieux-decrits
    name: Lieux dont l'accessibilité est décrite
    matrix: used
    method: declared
    series: lieux
    unit: lieux
    direction: up
    provenance: série simulée, comme un compte tenu par le service
    limits: ["${simulated}", "Un lieu décrit n'est pas une personne qui y va."]
`,
  files: ({ since, through }) => {
    const months = monthsBetween({ since, through });
    let places = 4_000;
    return {
      'lieux.csv': fixedTable('mois,decrits', { count: months.length, seed: 27 }, ({ below }, rank) => {
        places += 150 + below(120);
        return [months[rank - 1] ?? '', places];
      }),
    };
  },
};
