import { stringify } from 'yaml';

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

/** A plan to start from: what is already known of the service, and a follow-up whose words are to be replaced. */
export function firstDraft({ id, name, mission, organisation, effect }: KnownOfService): string {
  const written = (value: string) => stringify(value, { lineWidth: 0 }).trimEnd();
  return `foulee: 1

service:
  id: ${written(id)}
  name: ${written(name)}
  organisation: ${written(organisation ?? 'À compléter')}
  mission: ${written(mission ?? 'À compléter')}

effect:                     # ce qui va mieux dans le monde, et pour qui
  statement: ${written(effect?.statement ?? 'À compléter')}
  domain: ${effect?.domain ?? 'social'}
  beneficiaries: ${written(effect?.beneficiaries ?? 'À compléter')}

sources:
  usage:                    # qui a utilisé le service, quand
    kind: events
    files: [usage.csv]
    subject: identifiant    # la colonne de la personne : remplacée par un pseudonyme
    time: date
  effets:                   # ce qui est arrivé ensuite, hors du service
    kind: outcomes
    files: [effets.csv]
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
