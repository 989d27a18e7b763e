/** Addresses of the team space about one service. */
export const spacePath = (service: string): string => `/equipe/services/${encodeURIComponent(service)}`;

export const draftPath = (service: string, draft: string): string => `${spacePath(service)}/essais/${draft}`;

export const correctionPath = (service: string, number: number): string =>
  `${spacePath(service)}/publications/${number}/corriger`;

export const collectPath = (service: string): string => `${spacePath(service)}/collecte`;

/** Where a file may be sent: the only forms larger than a few words. */
export const isUpload = (path: string): boolean =>
  /^\/equipe\/services\/[^/]+\/(publications|collecte)$/.test(path);
