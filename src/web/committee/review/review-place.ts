import { readReviews, type ServiceReviews } from '../../../committee/review/read-reviews.ts';
import { type About, isSame } from '../../../committee/review/read-threads.ts';
import { nothingToReview } from '../../../committee/review/refusals.ts';
import { planSubject, publicationSubject, type ReviewSubject } from '../../../committee/review/subjects.ts';
import type { AccountContext } from '../../../platform/accounts/context.ts';
import type { ReviewKind } from '../../../platform/database/tables/reviews.ts';
import { namesOf } from '../../plans/author-names.ts';
import type { Names } from './names.ts';

/** What an address is about; refuses when there is no such version or publication. */
export async function subjectAt(
  { db }: Pick<AccountContext, 'db'>,
  service: string,
  kind: ReviewKind,
  written: string,
): Promise<ReviewSubject> {
  const number = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null;
  const found =
    number === null
      ? null
      : kind === 'form'
        ? await planSubject(db, service, number)
        : await publicationSubject(db, service, number);
  if (found === null) throw nothingToReview();
  return found;
}

/** What is said of one version or publication. */
export async function saidOf(
  { db }: Pick<AccountContext, 'db'>,
  service: string,
  subject: About,
): Promise<ServiceReviews> {
  const { reviews, threads, requests } = await readReviews(db, service);
  const own = (about: About) => isSame(about, subject);
  return { reviews: reviews.filter(own), threads: threads.filter(own), requests: requests.filter(own) };
}

/** The names of those who spoke, for who may see the members; none for others. */
export async function namesIn(
  context: Pick<AccountContext, 'db'>,
  { reviews, threads }: ServiceReviews,
  mayTakePart: boolean,
): Promise<Names> {
  if (!mayTakePart) return new Map();
  const replies = threads.flatMap((thread) => thread.replies);
  const actors = [...reviews, ...threads, ...replies].map(({ author }) => author);
  return namesOf(context, { actors, mayTakePart });
}
