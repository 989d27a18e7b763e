import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Workplace } from './command-line.ts';

/** A service measured on a simulated world whose truth is known: what its invitation really changes, in points. */
export interface SimulatedService {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  /** What using the service multiplies the hazard of hire by a viewed company by. */
  readonly hazardRatio: number;
  readonly seed: number;
}

/** One that works, one that changes nothing, one of which too few people are followed. */
export const threeServices = {
  works: { id: 'elan', name: 'Élan', people: 12_000, hazardRatio: 12, seed: 1 },
  useless: { id: 'sans-effet', name: 'Portail', people: 12_000, hazardRatio: 1, seed: 2 },
  unknown: { id: 'petit', name: 'Petit pas', people: 1_500, hazardRatio: 4, seed: 3 },
} as const satisfies Readonly<Record<string, SimulatedService>>;

/** The smallest effect that counts for the sponsor, in points. */
export const threshold = 1.5;

/** Simulates the world of each service, lists them under one organisation, measures and publishes them that day. */
export function publishThree(place: Workplace, at: string): void {
  const clock = new URL(pathToFileURL(resolve('e2e/moved-clock.mjs')));
  clock.searchParams.set('at', at);
  const that = { NODE_OPTIONS: `--import ${clock.href}` };
  const run = (...args: string[]) => {
    const { code, out, err } = place.runWith(that, ...args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${out}${err}`);
  };
  const services = Object.values(threeServices);
  place.write({
    'services.json': JSON.stringify({
      data: services.map(({ id, name }) => ({
        id,
        attributes: { name, pitch: 'Aider à retrouver un emploi', sponsors: ['ministere'] },
      })),
    }),
    'organisations.json': JSON.stringify([{ id: 'ministere', name: 'Ministère de l’Essai' }]),
  });
  run('portfolio', 'import', 'services.json');
  run('portfolio', 'import', 'organisations.json');
  for (const { id, name, people, hazardRatio, seed } of services) {
    const size = ['--size', String(people), '--seed', String(seed), '--effect', String(hazardRatio)];
    run('simulate', '--output', id, '--people', '--start', '2025-03', ...size);
    place.write({ [`${id}/plan.yaml`]: planText(id, name) });
    run('publish', `${id}/plan.yaml`);
  }
}

/** What the invitation changes at six months in the simulated world, in points: computed, never counted. */
export function trueEffect(place: Workplace, service: SimulatedService): number {
  const truth = JSON.parse(readFileSync(join(place.folder, service.id, 'truth.json'), 'utf8')) as {
    readonly people: { readonly hires: readonly { readonly days: number; readonly itt: number }[] };
  };
  return 100 * (truth.people.hires.find(({ days }) => days === 180)?.itt ?? Number.NaN);
}

const right = 'Données simulées : aucune personne réelle.';

const planText = (id: string, name: string) => `foulee: 1
service: {id: ${id}, name: ${name}, organisation: Ministère de l’Essai, mission: Aider à retrouver un emploi.}
effect:
  statement: Des demandeurs d'emploi invités retrouvent un emploi plus souvent.
  domain: social
  beneficiaries: les demandeurs d'emploi
sources:
  people:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    exit: left_list_date
    attributes: {invited: invited, used: used, months: months, qualified: qualified}
    matching_right: "${right}"
  hires:
    kind: outcomes
    files: ["dpae-*.csv"]
    format: {delimiter: "|"}
    subject: dc_ididentiteexterne
    time: kd_dateembauche
    recorded: kd_datecreation
    where: {premiere_embauche: Embauche}
    complete_through: 2026-07-15
    matching_right: "${right}"
indicators:
  - id: retour
    name: Retour à l'emploi des personnes invitées
    method: follow-up
    population: people
    outcome: hires
    match: [subject]
    unit: [subject]
    window: {after: 1d, until: 365d}
    horizons: [180d]
    cohort: month
    sentence: {who: demandeurs d'emploi invités, what: retrouvent un emploi}
    comparison: {design: randomised, arm: invited, treated: 1, take_up: used, covariates: [qualified, months]}
    decision: {threshold: ${threshold / 100}, value_per_outcome: 8000}
    limits: [Les personnes sans identifiant ne sont pas suivies.]
`;
