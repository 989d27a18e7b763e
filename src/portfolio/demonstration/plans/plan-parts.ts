import type { Case } from '../cases/case.ts';
import { caseLibrary } from '../cases/library.ts';
import { demonstrationId } from '../ensure-demonstration.ts';

/** Files of a simulated world, as `foulee simulate` writes them, and the last day its register is complete for. */
export interface SimulatedFiles {
  readonly completeThrough: string;
}

/** A service of the demonstration that publishes figures, measured on a simulated world. */
export interface MeasuredExample {
  readonly service: string;
  /** `many`: enough people and months to conclude. `few`: a service that has just begun. */
  readonly world: 'many' | 'few';
  /** The text of its plan, `impact.yaml`. */
  plan(files: SimulatedFiles): string;
}

const right = 'Données simulées pour la démonstration : aucune personne réelle, le croisement est libre.';

/** The head of a plan for a case of the library, said to be simulated. */
export function planHead(id: string): string {
  const { name, organisation, mission, effect } = caseNamed(id);
  const text = (value: string) => JSON.stringify(value);
  return `foulee: 1
service:
  id: ${demonstrationId(id)}
  name: ${text(`${name} (démonstration)`)}
  organisation: ${text(organisation)}
  mission: ${text(mission)}
effect:
  statement: ${text(effect.statement)}
  domain: ${effect.domain}
  beneficiaries: ${text(effect.beneficiaries)}
`;
}

export const hiresSource = ({ completeThrough }: SimulatedFiles): string => `  embauches:
    kind: outcomes
    files: ["dpae-*.csv"]
    format: {delimiter: "|"}
    subject: dc_ididentiteexterne
    target: kc_siret
    time: kd_dateembauche
    recorded: kd_datecreation
    where: {premiere_embauche: Embauche}
    complete_through: ${completeThrough}
    matching_right: ${JSON.stringify(right)}
`;

export const peopleSource = `  personnes:
    kind: units
    files: [people.csv]
    subject: id
    entry: index_date
    exit: left_list_date
    attributes: {zone: zone, qualified: qualified, months: months, age: age, used: used, invited: invited}
    matching_right: ${JSON.stringify(right)}
`;

export const usageSource = `  usage:
    kind: events
    files: ["activity-lbb-*.json"]
    subject: idutilisateur-peconnect
    target: proprietes.siret
    time: dateheure
    where: {nom: [details, afficher-details, ajout-favori]}
    attributes: {canal: source}
    matching_right: ${JSON.stringify(right)}
`;

export const simulated =
  'Chiffre de démonstration : le monde mesuré est simulé, aucune personne n’est réelle.';

function caseNamed(id: string): Case {
  const found = caseLibrary.find((example) => example.id === id);
  if (found === undefined) throw new Error(`No case is called ${id}.`);
  return found;
}
