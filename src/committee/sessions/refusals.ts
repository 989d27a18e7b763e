import { AccountRefusal } from '../../platform/accounts/refusals.ts';

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
