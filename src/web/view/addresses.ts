/** Addresses of the public site: one place, so that a link is never guessed twice. Ids are already safe in a path. */
export const servicePath = (service: string): string => `/services/${service}`;

export const indicatorPath = (service: string, indicator: string): string =>
  `${servicePath(service)}/indicateurs/${encodeURIComponent(indicator)}`;

/** The state published on a day, whatever is published later. */
export const publicationPath = (service: string, day: string): string =>
  `${servicePath(service)}/publications/${day}`;

export const apiPath = (service: string): string => `/api/v1/services/${service}`;

export const methodPath = (slug: string): string => `/methodes/${slug}`;

export const casePath = (id: string): string => `/cas/${id}`;

/** The plan to start from, as a file. */
export const casePlanPath = (id: string): string => `${casePath(id)}/impact.yaml`;

export const budgetCsvPath = (service: string): string => `${apiPath(service)}/budget.csv`;
