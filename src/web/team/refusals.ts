import { AccountRefusal } from '../../platform/accounts/refusals.ts';
import { Refusal } from '../../platform/refusal.ts';
import { AdmissionRefusal } from '../../publish/admit/admission-refusal.ts';
import { admissionStatus, admissionTitle } from './publications/admission-status.ts';

/** A refusal as a page says it; null: it is not one. */
export function refusalOnPage(error: unknown): AccountRefusal | null {
  if (error instanceof AccountRefusal) return error;
  if (error instanceof AdmissionRefusal) {
    return new AccountRefusal(admissionStatus(error), admissionTitle, error.message, error.advice);
  }
  if (error instanceof Refusal) {
    return new AccountRefusal(409, 'Ce n’est pas possible', error.message, error.advice);
  }
  return null;
}

/** The same words for a draft that was published, given up, of someone else, or too old. */
export const draftGone = () =>
  new AccountRefusal(
    410,
    'Cet essai n’est plus là',
    'Il a déjà été publié ou abandonné, ou une heure a passé. Cette demande n’a rien publié.',
    'Regardez les publications du service ; si la vôtre n’y est pas, envoyez le fichier de nouveau.',
  );

export const noFile = () =>
  new AccountRefusal(
    400,
    'Il manque le fichier',
    'Aucun fichier n’accompagne cet envoi. Rien n’a été publié.',
    'Revenez à la page du service, choisissez le fichier, puis recommencez.',
  );
