import { sql } from 'kysely';
import type { AccountContext } from '../../platform/accounts/context.ts';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { newId } from '../../platform/ids.ts';
import { alreadyAsked } from './refusals.ts';
import { reviewText } from './review-text.ts';
import { columnsOf, type ReviewSubject } from './subjects.ts';

/**
 * The team asks for a review: it comes first in the list of who may. Refused while one it asked for has no answer. The
 * note may be empty.
 */
export async function requestReview(
  context: AccountContext,
  account: Pick<SignedIn, 'id' | 'grants'>,
  subject: ReviewSubject,
  note: string,
): Promise<void> {
  const { service, kind, number } = subject;
  await requirePermission(context, account, 'edit-plan', { kind: 'service', id: service });
  const text = note.trim() === '' ? '' : reviewText(note);
  const id = newId();
  const at = context.now();
  await context.db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`review ${service}`}))`.execute(transaction);
    const columns = columnsOf(subject);
    const { rows } = await sql<{ asked: boolean }>`
      select exists (
        select from review_request asked
        where asked.service = ${service} and asked.kind = ${kind}
          and asked.plan_version is not distinct from ${columns.plan_version}::integer
          and asked.publication is not distinct from ${columns.publication}::text
          and not exists (
            select from review
            where review.service = asked.service and review.kind = asked.kind and review.at >= asked.at
              and review.plan_version is not distinct from asked.plan_version
              and review.publication is not distinct from asked.publication)) as asked`.execute(transaction);
    if (rows[0]?.asked === true) throw alreadyAsked();
    await transaction
      .insertInto('review_request')
      .values({ id, ...columns, note: text, author: account.id, at })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: account.id,
      action: 'review.request',
      object: ['review-request', id],
      service,
      detail: { kind, number },
    });
  });
}
