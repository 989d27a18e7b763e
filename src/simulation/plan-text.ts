import type { World } from './world.ts';

const right = 'Données simulées par « foulee simulate » : aucune personne réelle, le croisement est libre.';

/** The plan (`impact.yaml`) that measures the world it is written beside. */
export function planText(world: World): string {
  const { options, calendar } = world;
  const csv = options.format === 'csv';
  const usage = `activity-lbb-*.${csv ? 'csv' : 'json'}${options.compress ? '.gz' : ''}`;
  return `foulee: 1
service:
  id: la-bonne-boite-simulee
  name: La Bonne Boite (données simulées)
  organisation: Foulée
  mission: "Montrer aux demandeurs d'emploi les entreprises qui vont probablement embaucher près de chez eux."
effect:
  statement: "Les demandeurs d'emploi qui consultent une entreprise y sont embauchés plus souvent."
  domain: social
  beneficiaries: "Les demandeurs d'emploi"
sources:
  usage:
    kind: events
    files: ["${usage}"]
    subject: idutilisateur-peconnect
    target: ${csv ? 'siret' : 'proprietes.siret'}
    time: dateheure
    where: {nom: [details, afficher-details, ajout-favori]}
    attributes: {canal: source}
    matching_right: "${right}"
  hires:
    kind: outcomes
    files: ["dpae-*.csv"]
    format: {delimiter: "|"}
    subject: dc_ididentiteexterne
    target: kc_siret
    time: kd_dateembauche
    recorded: kd_datecreation
    where: {premiere_embauche: Embauche}
    complete_through: ${calendar.iso(world.completeThrough)}
    matching_right: "${right}"
${options.people ? peopleSource : ''}indicators:
  - id: hired-by-viewed-company
    name: Embauches dans une entreprise consultée
    sentence: {who: "entreprises consultées par un demandeur d'emploi connecté", what: "l'embauchent"}
    matrix: impactful
    method: follow-up
    exposure: usage
    outcome: hires
    match: [subject, target]
    unit: [subject, target]
    index: first
    window: {after: 1d, until: 365d}
    horizons: [90d, 180d]
    cohort: month
    breakdown: [canal]
  - id: back-to-work
    name: Retour à l'emploi après un premier usage
    sentence: {who: "personnes connectées qui ont utilisé La Bonne Boite", what: "sont embauchées, par une entreprise quelconque,"}
    matrix: impactful
    method: follow-up
    exposure: usage
    outcome: hires
    match: [subject]
    unit: [subject]
    index: first
    window: {after: 1d, until: 365d}
    horizons: [90d, 180d]
    cohort: month
${options.people ? peopleIndicator : ''}`;
}

const peopleSource = `  people:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    exit: left_list_date
    attributes: {zone: zone, qualified: qualified, months: months, age: age, used: used, invited: invited}
    matching_right: "${right}"
`;

const peopleIndicator = `  - id: back-to-work-of-people-followed
    name: Retour à l'emploi des personnes suivies
    matrix: impactful
    method: follow-up
    population: people
    outcome: hires
    match: [subject]
    unit: [subject]
    window: {after: 1d, until: 365d}
    horizons: [90d, 180d]
    cohort: month
    breakdown: [used, invited]
  - id: back-to-work-compared
    name: Retour à l'emploi, comparé à des personnes semblables
    matrix: impactful
    method: follow-up
    population: people
    outcome: hires
    match: [subject]
    unit: [subject]
    window: {after: 1d, until: 365d}
    horizons: [90d, 180d]
    cohort: month
    sentence: {who: "demandeurs d'emploi", what: retrouvent un emploi}
    comparison: {design: adjusted, arm: used, treated: 1, covariates: [qualified, months, age, zone], estimand: ate}
    decision: {threshold: 0.01}
  - id: back-to-work-offered
    name: Retour à l'emploi, selon le tirage au sort de l'invitation
    matrix: impactful
    method: follow-up
    population: people
    outcome: hires
    match: [subject]
    unit: [subject]
    window: {after: 1d, until: 365d}
    horizons: [90d, 180d]
    cohort: month
    sentence: {who: "demandeurs d'emploi invités", what: retrouvent un emploi}
    comparison: {design: randomised, arm: invited, treated: 1, take_up: used, covariates: [qualified, months, age, zone]}
    decision: {threshold: 0.01}
`;
