import type { AdmissionRefusal } from '../../../publish/admit/admission-refusal.ts';

/** The HTTP status and the title of a publication that was not let in. */
export const admissionStatus = ({ reason }: AdmissionRefusal): 409 | 422 =>
  reason === 'out-of-order' || reason === 'already-there' ? 409 : 422;

export const admissionTitle = 'Cette publication n’est pas acceptée';
