import { spacePath } from '../team/paths.ts';

/** Tasks of a service, or of the whole installation. */
export const jobsPath = (service: string | null): string =>
  service === null ? '/equipe/taches' : `${spacePath(service)}/taches`;

/** The team's ten minutes about a service. */
export const weekPath = (service: string): string => `${spacePath(service)}/foulee`;

/** When and where one is reminded of it. */
export const remindersPath = (service: string): string => `${spacePath(service)}/rappels`;

/** What publishing the figure of the week would show, while it is prepared. */
export const runPublicationPath = (service: string): string => `${weekPath(service)}/publication`;
