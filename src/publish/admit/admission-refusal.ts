import { quoted, typeset } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Why a publication frozen elsewhere was not let in. */
export type AdmissionReason =
  | 'not-a-publication'
  | 'other-service'
  | 'changed'
  | 'other-sentences'
  | 'below-threshold'
  | 'bad-day'
  | 'out-of-order'
  | 'already-there'
  | 'unsafe';

export class AdmissionRefusal extends Refusal {
  readonly reason: AdmissionReason;

  constructor(reason: AdmissionReason, what: string, advice: string) {
    super('data', what, advice);
    this.name = 'AdmissionRefusal';
    this.reason = reason;
  }
}

export const isMeasure = () =>
  new AdmissionRefusal(
    'not-a-publication',
    'C’est une mesure, pas une publication : elle n’est pas passée par le secret statistique. Rien n’en a été gardé.',
    'Envoyez le fichier écrit par « foulee publish --dry-run --output publication.json » : les mesures restent là où sont les données.',
  );

export const notAPublication = () =>
  new AdmissionRefusal(
    'not-a-publication',
    'Ce n’est pas une publication de Foulée, ou une partie y manque. Rien n’en a été gardé.',
    'Envoyez, sans le modifier, le fichier écrit par « foulee publish --dry-run --output publication.json ».',
  );

/** Said by the reader of publications: not JSON, or of a later version. */
export const unreadable = ({ message, advice }: Refusal) =>
  new AdmissionRefusal('not-a-publication', message, advice);

export const otherService = () =>
  new AdmissionRefusal(
    'other-service',
    'Cette publication porte l’identifiant d’un autre service. Rien n’a été publié.',
    'Choisissez le bon service, ou refaites le fichier avec l’identifiant de celui-ci : « foulee publish --service … ».',
  );

export const changed = (sentence: string) =>
  new AdmissionRefusal(
    'changed',
    `${sentence} Rien n’a été publié.`,
    'Refaites le fichier avec « foulee publish --dry-run --output publication.json », et envoyez-le tel quel.',
  );

/** Its figures are those of its counts, its sentences not those this site writes of them: they would be kept for ever. */
export const otherSentences = (field: string, software: string) =>
  new AdmissionRefusal(
    'other-sentences',
    typeset(
      `Cette publication a été modifiée, ou écrite par une autre version de Foulée que celle de ce site : ${quoted(field)} n’est pas ce que ce site écrit de ces chiffres. Elle dit avoir été faite par ${software}. Rien n’a été publié.`,
    ),
    'Refaites le fichier avec la version de Foulée de ce site, écrite sur sa page « Mentions légales », et envoyez-le tel quel.',
  );

export const belowThreshold = (threshold: number, fewest: number) =>
  new AdmissionRefusal(
    'below-threshold',
    `Cette publication montre des effectifs à partir de ${threshold} personnes ; ce site n’en publie pas de moins de ${fewest}. Rien n’a été publié.`,
    'Refaites-la sans l’option --threshold, ou avec --firms si les unités sont des entreprises.',
  );

export const badDay = () =>
  new AdmissionRefusal(
    'bad-day',
    'Cette publication porte une date à venir, ou antérieure à la précédente. Rien n’a été publié.',
    'Vérifiez l’horloge de la machine qui mesure, puis refaites le fichier.',
  );

export const otherFreshness = () =>
  new AdmissionRefusal(
    'changed',
    'Cette publication a été modifiée : son jour de mesure, sa prochaine mesure ou le dernier jour connu ne sont pas ceux que donnent son plan et ses chiffres. Rien n’a été publié.',
    'Refaites le fichier avec « foulee publish », sans le retoucher.',
  );

export const outOfOrder = (number: number, expected: number) =>
  new AdmissionRefusal(
    'out-of-order',
    `Cette publication a le numéro ${number} ; la prochaine de ce service est la ${expected}, et doit porter l’empreinte de la dernière. Rien n’a été publié.`,
    'Refaites le fichier d’après les publications de ce site : « foulee publish --to <adresse du site> --dry-run --output publication.json ».',
  );

export const alreadyThere = (number: number) =>
  new AdmissionRefusal(
    'already-there',
    `C’est la publication ${number}, déjà publiée. Rien n’a été ajouté.`,
    'Il n’y a rien à refaire : elle se lit sur la page du service.',
  );

export const unsafe = (threshold: number, found: readonly string[]) =>
  new AdmissionRefusal(
    'unsafe',
    `En recoupant cette publication et les précédentes, on retrouverait un effectif de moins de ${threshold} personnes (${found.join(' ; ')}). Rien n’a été publié.`,
    'Attendez que plus de personnes aient été suivies, ou refaites le fichier d’après les publications de ce site (« foulee publish --to »).',
  );
