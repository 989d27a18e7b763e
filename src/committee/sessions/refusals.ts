import { AccountRefusal } from '../../platform/accounts/refusals.ts';
import { frenchNumber } from '../../platform/french/number.ts';

export const dayToCorrect = (what: string) =>
  new AccountRefusal(
    422,
    'Date à corriger',
    `${what} Rien n’a été enregistré.`,
    'Écrivez le jour en entier, par exemple 15/06/2027, puis recommencez.',
  );

export const textMissing = (what: string, longest: number) =>
  new AccountRefusal(
    422,
    'Il manque un texte',
    `${what} Rien n’a été enregistré.`,
    `Écrivez une phrase, de ${longest} signes au plus, puis recommencez.`,
  );

export const textTooLong = (length: number, longest: number) =>
  new AccountRefusal(
    422,
    'Texte trop long',
    `Ce texte a ${frenchNumber(length)} signes ; il en faut ${frenchNumber(longest)} au plus. Rien n’a été enregistré.`,
    'Raccourcissez-le, puis recommencez.',
  );

export const alreadyPlannedThatDay = () =>
  new AccountRefusal(
    409,
    'Un comité est déjà prévu ce jour-là',
    'Ce service a déjà un comité à tenir ce jour-là. Rien n’a été enregistré.',
    'Ouvrez-le depuis la page des comités, ou choisissez un autre jour.',
  );

export const numberToCorrect = (what: string) =>
  new AccountRefusal(
    422,
    'Nombre à corriger',
    `${what} Rien n’a été enregistré.`,
    'Écrivez un nombre en chiffres, par exemple 15 ou 0,5, puis recommencez.',
  );

export const evidenceIsFrozen = () =>
  new AccountRefusal(
    409,
    'Les preuves de ce comité sont figées',
    'Ce que le comité sait, ses objectifs et leurs résultats ne changent plus. Rien n’a été modifié.',
    'Préparez un autre comité, ou complétez la décision une fois prise.',
  );

export const evidenceNotFrozen = () =>
  new AccountRefusal(
    409,
    'Les preuves ne sont pas encore figées',
    'Une décision porte sur ce qui était su un jour précis : il faut d’abord figer les preuves. Rien n’a été enregistré.',
    'Figez les preuves de ce comité, relisez le dossier, puis décidez.',
  );

export const tooManyObjectives = (most: number) =>
  new AccountRefusal(
    409,
    'Assez d’objectifs',
    `Un comité suit ${most} objectifs au plus : au-delà, plus personne ne les lit. Rien n’a été enregistré.`,
    'Retirez-en un, ou réunissez-en deux.',
  );

export const resultsMissing = (count: number) =>
  new AccountRefusal(
    409,
    'Il manque des résultats',
    `${count === 1 ? 'Un objectif de la dernière fois n’a' : `${count} objectifs de la dernière fois n’ont`} pas encore de résultat. Rien n’a été figé.`,
    'Dites pour chacun s’il est atteint, en partie, pas du tout, ou impossible à dire ; puis figez les preuves.',
  );

export const alreadyDecided = () =>
  new AccountRefusal(
    409,
    'La décision de ce comité est déjà prise',
    'Elle ne change plus. Rien n’a été enregistré.',
    'Vous pouvez la compléter ou la corriger : ce que vous ajouterez se lira à côté, daté, avec sa raison.',
  );

export const sessionIsClosed = () =>
  new AccountRefusal(
    409,
    'Ce comité est clos sans décision',
    'Sa raison est écrite, et ne change plus. Rien n’a été enregistré.',
    'Prévoyez un autre comité : il aura ses propres preuves.',
  );

export const proofMissing = () =>
  new AccountRefusal(
    422,
    'Quelle preuve manque ?',
    'Un délai se donne pour apporter une preuve, et aucune n’est écrite. Rien n’a été enregistré.',
    'Écrivez ce qui devra être montré, et pour quel jour, dans la première condition.',
  );

export const alreadyPublic = () =>
  new AccountRefusal(
    409,
    'Cette décision est déjà publique',
    'Elle se lit sur la page publique du service. Rien n’a été modifié.',
    'Il n’y a rien à faire.',
  );

export const noCheckDue = () =>
  new AccountRefusal(
    409,
    'Rien à relire aujourd’hui',
    'Une décision se relit six mois puis un an après ; ce moment n’est pas venu, ou quelqu’un vient de l’écrire. Rien n’a été enregistré.',
    'Revenez à la page de la décision : ce qui est écrit s’y lit, avec la date de la prochaine relecture.',
  );
