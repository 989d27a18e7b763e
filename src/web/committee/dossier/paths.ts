import { sessionPath } from '../sessions/paths.ts';

/** What a sponsor reads of one committee, as a page and for print. */
export const dossierPath = (service: string, session: string): string =>
  `${sessionPath(service, session)}/dossier`;

export const printedDossierPath = (service: string, session: string): string =>
  `${dossierPath(service, session)}.pdf`;
