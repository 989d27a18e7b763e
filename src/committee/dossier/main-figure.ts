import type { CommitteeEvidence, EvidenceFigure } from '../evidence/evidence.ts';

/** The figure the service is known by; null: it has none. */
export const mainFigure = ({ figures, main }: CommitteeEvidence): EvidenceFigure | null =>
  figures.find(({ indicator }) => indicator === main) ?? null;
