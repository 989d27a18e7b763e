import type { Database } from '../../platform/database/database.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { type KeptReview, readReviews } from './read-reviews.ts';
import { isSame } from './read-threads.ts';

/** What the reviews of a service leave to its team. */
export interface TeamWork {
  /** Comments nobody has dealt with. */
  readonly openComments: number;
  /** The last review of the current version, or of any publication, when it asks for changes. */
  readonly changesAsked: readonly KeptReview[];
}

export async function teamWork(db: Database, service: string): Promise<TeamWork> {
  const { reviews, threads } = await readReviews(db, service);
  const version = (await latestVersion(db, service))?.version ?? null;
  const lastOf = (kind: KeptReview['kind']) => reviews.find((review) => review.kind === kind);
  const last = [lastOf('form'), lastOf('substance')].filter((review) => review !== undefined);
  return {
    openComments: threads.filter(({ isOpen }) => isOpen).length,
    changesAsked: last.filter(
      (review) =>
        review.verdict === 'changes' &&
        (review.kind === 'substance' ||
          version === null ||
          isSame(review, { kind: 'form', number: version })),
    ),
  };
}
