import { AccountRefusal } from '../../platform/accounts/refusals.ts';

export const holdsPersonalData = (what: string) =>
  new AccountRefusal(
    422,
    'Personne ne doit être reconnaissable',
    `Ce texte contient ${what}. Rien n’a été enregistré.`,
    'Écrivez ce que vous avez entendu, sans nom ni coordonnées : « une demandeuse d’emploi », « un agent d’accueil ».',
  );

export const nothingWritten = () =>
  new AccountRefusal(
    422,
    'Il manque le texte',
    'Rien n’était écrit : rien n’a été enregistré.',
    'Écrivez une phrase, de 2 000 signes au plus, puis recommencez.',
  );

export const callsToCount = () =>
  new AccountRefusal(
    422,
    'Combien d’appels ?',
    'Le nombre d’appels doit être un nombre entier, de 1 à 500. Rien n’a été enregistré.',
    'Écrivez un nombre, par exemple 3, puis recommencez.',
  );

export const stepAlreadyChosen = () =>
  new AccountRefusal(
    409,
    'La semaine a déjà sa prochaine étape',
    'Une seule étape par semaine : celle d’un collègue est déjà choisie. La vôtre n’a pas été enregistrée.',
    'Revenez à la page : retirez la première si vous voulez la remplacer.',
  );
