import type { AccountContext } from '../../platform/accounts/context.ts';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import { notAllowed, notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { type GrantedRole, roleFor } from '../../platform/accounts/roles.ts';
import { newId } from '../../platform/ids.ts';
import { placeNamed } from './publication-places.ts';
import type { About } from './read-threads.ts';
import { noSuchPlace } from './refusals.ts';
import { reviewText } from './review-text.ts';
import { columnsOf, type ReviewSubject } from './subjects.ts';

type Asker = Pick<SignedIn, 'id' | 'grants'>;

/**
 * Comments on a place of a plan (a line number) or of a publication (`indicator.part`), or on the whole (an empty place).
 * Who reviews and who writes for the team may both comment.
 */
export async function writeComment(
  context: AccountContext,
  account: Asker,
  subject: ReviewSubject,
  written: { readonly place: string; readonly text: string },
): Promise<void> {
  const { service } = subject;
  const role = await roleInTalk(context, account, service);
  const text = reviewText(written.text);
  const place = placeColumns(subject, written.place.trim());
  const id = newId();
  const at = context.now();
  await context.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('review_comment')
      .values({ id, ...columnsOf(subject), ...place, text, author: account.id, role, at })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: account.id,
      action: 'review.comment',
      object: ['review-comment', id],
      service,
      detail: { kind: subject.kind, number: subject.number },
    });
  });
}

const wholeText = { line: null, quoted: null, indicator: null, part: null };

function placeColumns(subject: ReviewSubject, place: string) {
  if (place === '') return wholeText;
  if (subject.kind === 'substance') {
    const found = placeNamed(subject.publication.bundle, place);
    if (found === null) throw noSuchPlace();
    return { ...wholeText, quoted: found.text, indicator: found.indicator, part: found.part };
  }
  const line = /^\d{1,6}$/.test(place) ? Number(place) : 0;
  const quoted = subject.text.split(/\r?\n/)[line - 1];
  if (quoted === undefined) throw noSuchPlace();
  return { ...wholeText, line, quoted };
}

export interface WrittenReply {
  readonly service: string;
  readonly comment: string;
  readonly kind: 'reply' | 'resolved' | 'reopened';
  /** May be empty unless it is a reply. */
  readonly text: string;
}

/** Answers a comment, says it is dealt with, or opens it again; returns what the comment is about: said again, neither changes anything. */
export async function replyTo(
  context: AccountContext,
  account: Asker,
  { service, comment, kind, text: written }: WrittenReply,
): Promise<About> {
  const role = await roleInTalk(context, account, service);
  const text = kind !== 'reply' && written.trim() === '' ? '' : reviewText(written);
  const id = newId();
  const at = context.now();
  return context.db.transaction().execute(async (transaction) => {
    // One answer to a comment at a time, so that it is not closed twice; the row itself never changes.
    const found = await transaction
      .selectFrom('review_comment')
      .leftJoin('publication', 'publication.sha256', 'review_comment.publication')
      .select(({ fn }) => [
        'kind',
        fn.coalesce('plan_version', 'publication.number').$castTo<number>().as('number'),
      ])
      .where('id', '=', comment)
      .where('review_comment.service', '=', service)
      .forUpdate('review_comment')
      .executeTakeFirst();
    if (found === undefined) throw notFoundHere();
    const last = await transaction
      .selectFrom('review_reply')
      .select('kind')
      .where('comment', '=', comment)
      .where('kind', '<>', 'reply')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (kind !== 'reply' && (last?.kind ?? 'reopened') === kind) return found;
    await transaction
      .insertInto('review_reply')
      .values({ id, comment, kind, text, author: account.id, role, at })
      .execute();
    await recordAudit(transaction, {
      at,
      actor: account.id,
      action: `review.${kind === 'reply' ? 'reply' : kind === 'resolved' ? 'resolve' : 'reopen'}`,
      object: ['review-comment', comment],
      service,
    });
    return found;
  });
}

/** In which role an account takes part in the talk about a service: it reviews, or writes for the team. */
async function roleInTalk(context: AccountContext, account: Asker, service: string): Promise<GrantedRole> {
  const { target } = await requirePermission(context, account, 'see', { kind: 'service', id: service });
  const role = roleFor(account.grants, 'edit-plan', target) ?? roleFor(account.grants, 'review', target);
  if (role === null) throw notAllowed();
  return role;
}
