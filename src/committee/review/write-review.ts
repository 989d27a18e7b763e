import type { AccountContext } from '../../platform/accounts/context.ts';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Verdict } from '../../platform/database/tables/reviews.ts';
import { newId } from '../../platform/ids.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { againstApproval, checklistVersion, type ReviewAnswers, unanswered } from './checklist.ts';
import { answersMissing, notApprovable, planChanged } from './refusals.ts';
import { reviewText } from './review-text.ts';
import { requireReviewer } from './reviewer.ts';
import { columnsOf, type ReviewSubject } from './subjects.ts';

export interface WrittenReview {
  readonly verdict: Verdict;
  readonly answers: ReviewAnswers;
  /** What the reviewer says of the whole. */
  readonly summary: string;
}

/**
 * Keeps what a reviewer concludes of a version of a plan or of a publication, with its line of the audit log. Refuses
 * who may not review or would judge their own work, a checklist that is not finished, an approval that its own answers
 * contradict, and a version that another has followed.
 */
export async function writeReview(
  context: AccountContext,
  account: Pick<SignedIn, 'id' | 'grants' | 'siret'>,
  subject: ReviewSubject,
  { verdict, answers, summary }: WrittenReview,
): Promise<void> {
  const { service, number, kind, planHash } = subject;
  const reviewer = await requireReviewer(context, account, service);
  const missing = unanswered(kind, answers);
  if (missing.length > 0) throw answersMissing(missing.length);
  const against = againstApproval(kind, answers);
  if (verdict === 'approved' && against.length > 0) throw notApprovable(against.length);
  const text = reviewText(summary);
  const id = newId();
  const at = context.now();
  await context.db.transaction().execute(async (transaction) => {
    if (kind === 'form') {
      const latest = await latestVersion(transaction, service);
      if (latest !== null && latest.version !== number) throw planChanged(latest.version);
    }
    await transaction
      .insertInto('review')
      .values({
        id,
        ...columnsOf(subject),
        plan_hash: planHash,
        verdict,
        checklist: checklistVersion,
        answers: JSON.stringify(answers),
        summary: text,
        reviewer: reviewer.id,
        role: reviewer.role,
        organisation: reviewer.organisation,
        at,
      })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: reviewer.id,
      action: verdict === 'approved' ? 'review.approve' : 'review.ask-changes',
      object: ['review', id],
      service,
      detail: { kind, number },
    });
  });
}
