/** Addresses of the team space about one service. */
export const spacePath = (service: string): string => `/equipe/services/${encodeURIComponent(service)}`;

export const draftPath = (service: string, draft: string): string => `${spacePath(service)}/essais/${draft}`;

export const correctionPath = (service: string, number: number): string =>
  `${spacePath(service)}/publications/${number}/corriger`;

export const collectPath = (service: string): string => `${spacePath(service)}/collecte`;

/** Where a file or a whole plan may be sent: the forms larger than a few words. */
export const isUpload = (path: string): boolean =>
  /^\/equipe\/services\/[^/]+\/(publications|collecte|plan|plan\/fichier)$/.test(path);
