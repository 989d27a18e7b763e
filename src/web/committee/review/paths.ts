import type { About } from '../../../committee/review/read-threads.ts';
import type { ReviewKind } from '../../../platform/database/tables/reviews.ts';
import { spacePath } from '../../team/paths.ts';

/** What waits for whoever is signed in. */
export const waitingPath = '/equipe/relectures';

/** The reviews of a service. */
export const reviewsPath = (service: string): string => `${spacePath(service)}/relectures`;

/** The routes where a version of a plan, or a publication, is reviewed. */
export const subjectRoutes = [
  ['form', '/equipe/services/:service/relectures/plan/:number'],
  ['substance', '/equipe/services/:service/relectures/publications/:number'],
] as const satisfies readonly (readonly [ReviewKind, string])[];

/** Where a version of its plan, or a publication, is reviewed. */
export const subjectPath = (service: string, { kind, number }: About): string =>
  `${reviewsPath(service)}/${kind === 'form' ? 'plan' : 'publications'}/${number}`;

export const repliesPath = (service: string, comment: string): string =>
  `${reviewsPath(service)}/commentaires/${comment}/reponses`;
