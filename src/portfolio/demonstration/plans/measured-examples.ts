import {
  hiresSource,
  type MeasuredExample,
  peopleSource,
  planHead,
  simulated,
  usageSource,
} from './plan-parts.ts';

/** Followed after use, then drawn at random: the two figures of one service, and two levels of evidence. */
const laBonneBoite: MeasuredExample = {
  service: 'la-bonne-boite',
  world: 'many',
  plan: (files) => `${planHead('la-bonne-boite')}sources:
${usageSource}${peopleSource}${hiresSource(files)}indicators:
  - id: embauche-entreprise-consultee
    name: Embauches dans une entreprise consultée
    matrix: useful
    method: follow-up
    exposure: usage
    outcome: embauches
    match: [subject, target]
    unit: [subject, target]
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: "entreprises consultées par un demandeur d'emploi connecté", what: "l'embauchent"}
    limits: ["${simulated}", "Une embauche trouvée autrement dans une entreprise déjà consultée est comptée."]
  - id: retour-emploi-invites
    name: Retour à l'emploi, selon le tirage au sort de l'invitation
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: "demandeurs d'emploi invités", what: retrouvent un emploi}
    comparison: {design: randomised, arm: invited, treated: 1, take_up: used, covariates: [qualified, zone]}
    decision: {threshold: 0.01}
    limits: ["${simulated}"]
`,
};

/** Users and others, made alike: what a raw comparison would have got wrong. */
const estime: MeasuredExample = {
  service: 'estime',
  world: 'many',
  plan: (files) => `${planHead('estime')}sources:
${peopleSource}${hiresSource(files)}indicators:
  - id: reprise-emploi-comparee
    name: Reprise d'emploi, comparée à des personnes semblables
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence: {who: allocataires, what: reprennent un emploi}
    comparison: {design: adjusted, arm: used, treated: 1, covariates: [qualified, months, age, zone], estimand: att}
    decision: {threshold: 0.01}
    limits: ["${simulated}", "Une motivation que rien ne mesure peut rester."]
`,
};

/** Drawn at random, but among too few people to conclude. */
const inclu: MeasuredExample = {
  service: 'handicompatible',
  world: 'few',
  plan: (files) => `${planHead('handicompatible')}sources:
${peopleSource}${hiresSource(files)}indicators:
  - id: emploi-trouve
    name: Emploi trouvé, selon le tirage au sort
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 60d}
    horizons: [60d]
    sentence: {who: "demandeurs d'emploi en situation de handicap", what: trouvent un emploi}
    comparison: {design: randomised, arm: invited, treated: 1}
    decision: {threshold: 0.02}
    limits: ["${simulated}"]
`,
};

/** A service so young that nobody has been followed long enough. */
const franceVae: MeasuredExample = {
  service: 'reva',
  world: 'few',
  plan: (files) => `${planHead('reva')}sources:
${peopleSource}${hiresSource(files)}indicators:
  - id: diplome-puis-emploi
    name: Nouvel emploi dans les deux ans qui suivent le diplôme
    matrix: impactful
    method: follow-up
    population: personnes
    outcome: embauches
    window: {after: 1d, until: 730d}
    horizons: [730d]
    sentence: {who: candidats diplômés, what: changent d'emploi}
    limits: ["${simulated}"]
`,
};

export const measuredExamples: readonly MeasuredExample[] = [laBonneBoite, estime, inclu, franceVae];
