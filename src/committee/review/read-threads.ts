import type { Kysely } from 'kysely';
import type { GrantedRole } from '../../platform/accounts/roles.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { ReviewKind } from '../../platform/database/tables/reviews.ts';

/** What something is about: a version of the plan, or a publication, by its number. */
export interface About {
  readonly kind: ReviewKind;
  readonly number: number;
}

export const isSame = (a: About, b: About): boolean => a.kind === b.kind && a.number === b.number;

/** Who said something, in which role, and when (ISO 8601). */
interface Said {
  /** An account id. */
  readonly author: string;
  readonly role: GrantedRole;
  readonly at: string;
}

/** A comment and what was answered. */
export interface Thread extends About, Said {
  readonly id: string;
  /** Of the plan. */
  readonly line: number | null;
  /** What was written there that day. */
  readonly quoted: string | null;
  /** Of the publication. */
  readonly indicator: string | null;
  readonly part: string | null;
  readonly text: string;
  /** Oldest first. */
  readonly replies: readonly Reply[];
  /** Nobody said it is dealt with, or someone opened it again. */
  readonly isOpen: boolean;
}

export interface Reply extends Said {
  readonly kind: 'reply' | 'resolved' | 'reopened';
  readonly text: string;
}

/** Every comment of a service, oldest first. */
export async function readThreads(db: Kysely<Schema>, service: string): Promise<readonly Thread[]> {
  const comments = await db
    .selectFrom('review_comment')
    .leftJoin('publication', 'publication.sha256', 'review_comment.publication')
    .select(['id', 'kind', 'line', 'quoted', 'indicator', 'part', 'text', 'author', 'role', 'at'])
    .select(({ fn }) => fn.coalesce('plan_version', 'publication.number').$castTo<number>().as('number'))
    .where('review_comment.service', '=', service)
    .orderBy('review_comment.number')
    .execute();
  const replies = await db
    .selectFrom('review_reply')
    .innerJoin('review_comment', 'review_comment.id', 'review_reply.comment')
    .select(['comment', 'review_reply.kind', 'review_reply.text', 'review_reply.author'])
    .select(['review_reply.role', 'review_reply.at'])
    .where('review_comment.service', '=', service)
    .orderBy('review_reply.number')
    .execute();
  return comments.map((comment) => {
    const own = replies.filter((reply) => reply.comment === comment.id);
    const last = own.findLast(({ kind }) => kind !== 'reply');
    return { ...comment, replies: own.map(replyOf), isOpen: last?.kind !== 'resolved' };
  });
}

const replyOf = ({ kind, text, author, role, at }: Reply): Reply => ({ kind, text, author, role, at });
