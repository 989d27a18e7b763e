import type { Kysely } from 'kysely';
import type { GrantedRole } from '../../platform/accounts/roles.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Verdict } from '../../platform/database/tables/reviews.ts';
import { keptAnswers, type ReviewAnswers } from './checklist.ts';
import { type About, isSame, readThreads, type Thread } from './read-threads.ts';

/** Everything said in the reviews of a service, whatever version or publication it is about. */
export interface ServiceReviews {
  /** Newest first. */
  readonly reviews: readonly KeptReview[];
  /** Oldest first. */
  readonly threads: readonly Thread[];
  /** Asked for and not answered yet, newest first. */
  readonly requests: readonly KeptRequest[];
}

export interface KeptReview extends About {
  readonly id: string;
  readonly verdict: Verdict;
  readonly answers: ReviewAnswers;
  /** Version of the checklist that was answered. */
  readonly checklist: number;
  readonly summary: string;
  /** An account id. */
  readonly author: string;
  readonly role: GrantedRole;
  readonly organisation: string | null;
  readonly at: string;
}

export interface KeptRequest extends About {
  /** What the team would like looked at; may be empty. */
  readonly note: string;
  readonly author: string;
  readonly at: string;
}

export async function readReviews(db: Kysely<Schema>, service: string): Promise<ServiceReviews> {
  const rows = await db
    .selectFrom('review')
    .leftJoin('publication', 'publication.sha256', 'review.publication')
    .select(['id', 'kind', 'verdict', 'answers', 'checklist', 'summary', 'reviewer as author', 'role'])
    .select(['organisation', 'at'])
    .select(({ fn }) => fn.coalesce('plan_version', 'publication.number').$castTo<number>().as('number'))
    .where('review.service', '=', service)
    .orderBy('review.number', 'desc')
    .execute();
  const reviews = rows.map((row) => ({ ...row, answers: keptAnswers.parse(row.answers) }));
  const requests = await db
    .selectFrom('review_request')
    .leftJoin('publication', 'publication.sha256', 'review_request.publication')
    .select(['kind', 'note', 'author', 'at'])
    .select(({ fn }) => fn.coalesce('plan_version', 'publication.number').$castTo<number>().as('number'))
    .where('review_request.service', '=', service)
    .orderBy('review_request.number', 'desc')
    .execute();
  return {
    reviews,
    threads: await readThreads(db, service),
    requests: requests.filter(
      (asked) => !reviews.some((review) => isSame(review, asked) && review.at >= asked.at),
    ),
  };
}
