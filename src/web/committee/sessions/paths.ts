import { spacePath } from '../../team/paths.ts';

export const committeesPath = (service: string): string => `${spacePath(service)}/comites`;

export const sessionPath = (service: string, session: string): string =>
  `${committeesPath(service)}/${session}`;

export const decidePath = (service: string, session: string): string =>
  `${sessionPath(service, session)}/decider`;

export const decisionsPath = '/equipe/decisions';
