/** Addresses of the team space about one service. */
export const spacePath = (service: string): string => `/equipe/services/${encodeURIComponent(service)}`;

export const draftPath = (service: string, draft: string): string => `${spacePath(service)}/essais/${draft}`;

export const correctionPath = (service: string, number: number): string =>
  `${spacePath(service)}/publications/${number}/corriger`;

export const depositPath = (service: string): string => `${spacePath(service)}/donnees`;

export const collectPath = (service: string): string => `${spacePath(service)}/collecte`;

/** Where a file read as text, or a whole plan, may be sent: forms larger than a few words. */
export const isUpload = (path: string): boolean =>
  /^\/equipe\/services\/[^/]+\/(publications|plan|plan\/fichier|couts\/fichier)$/.test(path);

/** Where a file of data may be sent: the largest form, read as bytes. */
export const isDeposit = (path: string): boolean => /^\/equipe\/services\/[^/]+\/donnees$/.test(path);
