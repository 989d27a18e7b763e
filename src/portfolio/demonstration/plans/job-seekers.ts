import { declaredIndicators, declaredSeries, declaredSources } from './declared-rows.ts';
import { demonstrationHead, type MeasuredExample, matchingRight, simulated } from './measured-example.ts';

const right = JSON.stringify(matchingRight);

const hires = `  embauches:
    kind: outcomes
    files: ["dpae-*.csv"]
    format: {delimiter: "|"}
    subject: dc_ididentiteexterne
    target: kc_siret
    time: kd_dateembauche
    recorded: kd_datecreation
    where: {premiere_embauche: Embauche}
    matching_right: ${right}
`;

const people = `  personnes:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    exit: left_list_date
    attributes: {zone: zone, qualified: qualified, months: months, age: age, used: used, invited: invited}
    matching_right: ${right}
`;

/** What columns are called for those who read. */
const labels =
  '{left_list_date: autre fin d’inscription, used: usage du service, invited: invitation, qualified: diplôme, months: mois d’inscription, age: âge, zone: zone}';

const usage = `  usage:
    kind: events
    files: ["activity-lbb-*.json"]
    subject: idutilisateur-peconnect
    target: proprietes.siret
    time: dateheure
    where: {nom: [details, afficher-details, ajout-favori]}
    attributes: {canal: source}
    matching_right: ${right}
`;

/** The five rows of the impact matrix: drawn at random, then followed after use, then what the service declares. */
export const laBonneBoite: MeasuredExample = {
  service: 'la-bonne-boite',
  jobSeekers: true,
  monthsAgo: [4, 2, 0],
  plan: () => `${demonstrationHead('la-bonne-boite')}sources:
${usage}${people}${hires}${declaredSources}indicators:
  - id: retour-emploi-invites
    name: Retour à l’emploi, selon le tirage au sort de l’invitation
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: "demandeurs d'emploi invités", what: retrouvent un emploi}
    comparison: {design: randomised, arm: invited, treated: 1, take_up: used}
    labels: ${labels}
    decision: {threshold: 0.01}
    limits: ["${simulated}", "Les embauches non déclarées, ou déclarées sous une autre identité, ne sont pas vues."]
  - id: embauche-entreprise-consultee
    name: Embauches dans une entreprise consultée
    matrix: impactful
    method: follow-up
    exposure: usage
    outcome: embauches
    match: [subject, target]
    unit: [subject, target]
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: "entreprises consultées par un demandeur d'emploi connecté", what: "l'embauchent"}
    unit_label: entreprises consultées
    limits: ["${simulated}", "Une embauche trouvée autrement dans une entreprise déjà consultée est comptée."]
${declaredIndicators}`,
  files: declaredSeries,
  correction: {
    number: 1,
    reason:
      'Démonstration d’une correction : les limites ne disaient pas que les embauches déclarées sous une autre identité manquent. Le chiffre ne change pas ; la publication suivante le dit.',
  },
};

/** Users and others, made alike: what a raw comparison would have got wrong. */
export const estime: MeasuredExample = {
  service: 'estime',
  jobSeekers: true,
  monthsAgo: [1, 0],
  plan: () => `${demonstrationHead('estime')}sources:
${people}${hires}indicators:
  - id: reprise-emploi-comparee
    name: Reprise d'emploi, comparée à des personnes semblables
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: allocataires, what: reprennent un emploi}
    labels: ${labels}
    comparison: {design: adjusted, arm: used, treated: 1, covariates: [qualified, months, age, zone], estimand: att}
    decision: {threshold: 0.01}
    limits: ["${simulated}", "Une motivation que rien ne mesure peut rester."]
`,
  files: () => ({}),
};
