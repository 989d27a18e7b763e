import { Hono } from 'hono';
import { z } from 'zod';
import { requestReview } from '../../../committee/review/request-review.ts';
import { replyTo, writeComment } from '../../../committee/review/write-comment.ts';
import { formNotUnderstood } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { reviewsPath, subjectPath, subjectRoutes } from './paths.ts';
import { subjectAt } from './review-place.ts';

const replyKind = z.enum(['reply', 'resolved', 'reopened']);
const commentId = /^[0-9a-f]{32}$/;

/** What is sent from the pages of reviews besides a review: comments, answers, and requests. */
export function talkRoutes({ context }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  const about = async (request: AccountRequest, kind: 'form' | 'substance') => {
    const service = request.req.param('service') ?? '';
    const account = signedIn(request);
    await requirePermission(context, account, 'see', { kind: 'service', id: service });
    return { account, subject: await subjectAt(context, service, kind, request.req.param('number') ?? '') };
  };

  for (const [kind, path] of subjectRoutes) {
    routes.post(`${path}/commentaires`, async (request) => {
      const { account, subject } = await about(request, kind);
      const form = request.get('form');
      const place = form.get('endroit') ?? '';
      await writeComment(context, account, subject, { place, text: form.get('texte') ?? '' });
      const anchor = /^\d+$/.test(place.trim()) ? `#l-${Number(place)}` : '';
      return request.redirect(`${subjectPath(subject.service, subject)}${anchor}`, 303);
    });

    routes.post(`${path}/demande`, async (request) => {
      const { account, subject } = await about(request, kind);
      await requestReview(context, account, subject, request.get('form').get('note') ?? '');
      return request.redirect(reviewsPath(subject.service), 303);
    });
  }

  routes.post('/equipe/services/:service/relectures/commentaires/:comment/reponses', async (request) => {
    const service = request.req.param('service');
    const comment = request.req.param('comment');
    const form = request.get('form');
    const written = replyKind.safeParse(form.get('nature'));
    if (!written.success || !commentId.test(comment)) throw formNotUnderstood();
    const answer = { service, comment, kind: written.data, text: form.get('texte') ?? '' };
    const about = await replyTo(context, signedIn(request), answer);
    return request.redirect(`${subjectPath(service, about)}#c-${comment}`, 303);
  });
  return routes;
}
