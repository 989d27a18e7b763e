import { AccountRefusal } from '../../../platform/accounts/refusals.ts';

/** The printing library has no build for this machine, or is not installed. */
export const cannotPrint = (): AccountRefusal =>
  new AccountRefusal(
    501,
    'Impression indisponible ici',
    'Cette machine ne sait pas faire de PDF : la bibliothèque d’impression n’y est pas installée, ou n’existe pas pour elle.',
    'La page du dossier reste lisible, et votre navigateur sait l’imprimer. Qui tient ce site peut réinstaller Foulée (« npm ci ») sur un système que l’impression connaît.',
  );
