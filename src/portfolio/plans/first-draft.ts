import { stringify } from 'yaml';
import { type Case, caseMethods } from '../cases/case.ts';
import { planHead } from '../cases/plans/plan-head.ts';
import { starterBody } from '../cases/plans/starter-plan.ts';
import { receivedOnline } from './received-online.ts';

export interface KnownOfService {
  readonly id: string;
  readonly name: string;
  readonly mission: string | null;
  readonly organisation: string | null;
  readonly effect: {
    readonly statement: string;
    readonly domain: 'social' | 'environmental' | 'economic';
    readonly beneficiaries: string | null;
  } | null;
}

/** A plan to start from, after a case that looks alike: its sources and indicators, and what is known of the service. */
export function draftFromCase(
  example: Case,
  { id, name, mission, organisation, effect }: KnownOfService,
): string {
  const own = {
    ...example,
    organisation: organisation ?? toFill,
    mission: mission ?? toFill,
    effect: {
      statement: effect?.statement ?? toFill,
      domain: effect?.domain ?? example.effect.domain,
      beneficiaries: effect?.beneficiaries ?? toFill,
    },
  };
  return receivedOnline(`# Un plan de départ, d’après le cas ${example.name} : ${caseMethods[example.method]}.
# Ce qui peut tromper : ${example.wentWrong.replace(/\u00a0/g, ' ')}
#
# À changer : l’effet, les noms des colonnes, les dates, les mots des phrases, les limites.

${planHead(own, { id, name })}
${starterBody(example.id)}`);
}

const toFill = 'À compléter';

/** A plan to start from: what is already known of the service, and a follow-up whose words are to be replaced. */
export function firstDraft({ id, name, mission, organisation, effect }: KnownOfService): string {
  const written = (value: string) => stringify(value, { lineWidth: 0 }).trimEnd();
  return `foulee: 1

service:
  id: ${written(id)}
  name: ${written(name)}
  organisation: ${written(organisation ?? toFill)}
  mission: ${written(mission ?? toFill)}

effect:                     # ce qui va mieux dans le monde, et pour qui
  statement: ${written(effect?.statement ?? toFill)}
  domain: ${effect?.domain ?? 'social'}
  beneficiaries: ${written(effect?.beneficiaries ?? toFill)}

sources:
  usage:                    # qui a utilisé le service, quand
    kind: events
    arrivals: true          # reçu en ligne : fichiers déposés sur le site, ou envois d’un programme
    subject: identifiant    # la colonne de la personne : remplacée par un pseudonyme
    time: date
  effets:                   # ce qui est arrivé ensuite, hors du service
    kind: outcomes
    arrivals: true
    subject: identifiant
    time: date
    recorded: date_enregistrement

indicators:
  - id: effet
    name: À compléter
    method: follow-up
    exposure: usage
    outcome: effets
    window: {after: 1d, until: 180d}
    horizons: [90d, 180d]
    sentence:               # « Sur 100 …, entre … et … … »
      who: personnes qui ont utilisé le service
      what: À compléter
`;
}
