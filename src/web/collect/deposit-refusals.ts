import { AccountRefusal } from '../../platform/accounts/refusals.ts';
import { counted, frenchList } from '../../platform/french/number.ts';
import { Refusal } from '../../platform/refusal.ts';

const nothingKept = 'Rien n’a été pris.';
const cut =
  'Coupez-le en plusieurs fichiers, un par mois par exemple : une ligne déposée deux fois ne compte qu’une fois.';

/** `most`: bytes of the file as it is sent. */
export const depositTooLarge = (most: number) =>
  new AccountRefusal(
    413,
    'Fichier trop gros',
    `Un fichier déposé ici a au plus ${Math.round(most / 1e6)} Mo. ${nothingKept}`,
    `${cut} Ou compressez-le en .gz.`,
  );

/** `most`: bytes held once packed. */
export const depositTakesTooMuch = (most: number) =>
  new AccountRefusal(
    413,
    'Fichier trop gros, même compressé',
    `Un fichier attend en mémoire, jamais sur le disque, le temps de dire ses colonnes : compressé, il y prend au plus ${Math.round(most / 1e6)} Mo. ${nothingKept}`,
    cut,
  );

export const tooManyDeposits = () =>
  new AccountRefusal(
    429,
    'D’autres fichiers arrivent en ce moment',
    `Ce site reçoit deux fichiers à la fois, pour les garder en mémoire et non sur le disque. ${nothingKept}`,
    'Recommencez dans une minute.',
  );

export const noRows = (file: string) =>
  new AccountRefusal(
    422,
    'Ce fichier n’a aucune ligne',
    `« ${file} » a des noms de colonnes, et rien dessous. ${nothingKept}`,
    'Vérifiez que l’export est complet et que c’est le bon fichier.',
  );

/** `needed`: columns of the source that each row must give. */
export const tooFewColumns = (found: number, needed: readonly string[]) =>
  new AccountRefusal(
    422,
    'Il manque des colonnes',
    `Ce fichier a ${counted(found, 'colonne', 'colonnes')} ; chaque ligne doit donner ${frenchList(needed)}. ${nothingKept}`,
    'Complétez l’export, ou vérifiez ce qui sépare les colonnes.',
  );

/** Of a file that is not written as one is read here; null: the error is another. */
export const unreadableFile = (error: unknown): AccountRefusal | null =>
  error instanceof Refusal && error.kind === 'data'
    ? new AccountRefusal(422, 'Ce fichier n’est pas pris', error.message, error.advice)
    : null;
