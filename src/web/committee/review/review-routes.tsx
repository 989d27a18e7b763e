import { Hono } from 'hono';
import { readReviews } from '../../../committee/review/read-reviews.ts';
import { mayReview } from '../../../committee/review/reviewer.ts';
import { serviceState, unreviewed } from '../../../committee/review/service-state.ts';
import { currentSubjects } from '../../../committee/review/subjects.ts';
import { reviewsSomewhere, waitingReviews } from '../../../committee/review/waiting-reviews.ts';
import { writeReview } from '../../../committee/review/write-review.ts';
import { AccountRefusal, formNotUnderstood } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { may, type Target } from '../../../platform/accounts/roles.ts';
import type { ReviewKind } from '../../../platform/database/tables/reviews.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { ServiceReviewsPage } from './pages/service-reviews-page.tsx';
import { SubjectPage } from './pages/subject-page.tsx';
import { WaitingPage } from './pages/waiting-page.tsx';
import { reviewsPath, subjectPath, subjectRoutes, waitingPath } from './paths.ts';
import { namesIn, saidOf, subjectAt } from './review-place.ts';
import { emptyReview, type FilledReview, filledReview } from './written-review.ts';

const root = '/equipe/services/:service/relectures';

/** What waits for me, the reviews of a service, and the page where a plan or a publication is reviewed. */
export function reviewRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, onPublish, layout: Layout } = parts;
  const routes = new Hono<AccountEnv>();

  routes.get(waitingPath, async (request) => {
    const account = signedIn(request);
    return request.html(
      <Layout title="À relire" path={waitingPath}>
        <WaitingPage
          waiting={await waitingReviews(context.db, account)}
          reviews={reviewsSomewhere(account.grants)}
        />
      </Layout>,
    );
  });

  const placeOf = async (request: AccountRequest) => {
    const id = request.req.param('service') ?? '';
    const account = signedIn(request);
    const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id });
    return { service: { id, name }, target, account };
  };

  routes.get(root, async (request) => {
    const { service, target, account } = await placeOf(request);
    const said = await readReviews(context.db, service.id);
    const reviewer = (await mayReview(context.db, account, target)) === 'yes';
    const takesPart = may(account.grants, 'take-part', target);
    return request.html(
      <Layout title={`Les relectures – ${service.name}`} path={reviewsPath(service.id)}>
        <ServiceReviewsPage
          service={service}
          state={(await serviceState(context.db, service.id)) ?? unreviewed}
          current={await currentSubjects(context.db, service.id)}
          said={said}
          names={await namesIn(context, said, takesPart)}
          mayAsk={!reviewer && may(account.grants, 'edit-plan', target)}
          mayReview={reviewer}
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  const page = async (
    request: AccountRequest,
    kind: ReviewKind,
    filled: FilledReview = emptyReview,
    refusal: AccountRefusal | null = null,
  ) => {
    const { service, target, account } = await placeOf(request);
    const subject = await subjectAt(context, service.id, kind, request.req.param('number') ?? '');
    const said = await saidOf(context, service.id, subject);
    return request.html(
      <Layout title={`Relire, ${service.name}`} path={subjectPath(service.id, subject)}>
        <SubjectPage
          service={service}
          subject={subject}
          said={said}
          names={await namesIn(context, said, may(account.grants, 'take-part', target))}
          mayTalk={mayTalk(account.grants, target)}
          mayReview={await mayReview(context.db, account, target)}
          place={request.req.query('endroit') ?? ''}
          filled={filled}
          error={refusal && { title: refusal.title, what: refusal.message, advice: refusal.advice }}
          token={formToken(request, address)}
        />
      </Layout>,
      refusal?.status ?? 200,
    );
  };

  for (const [kind, path] of subjectRoutes) {
    routes.get(path, (request) => page(request, kind));
    routes.post(`${path}/avis`, async (request) => {
      const { service, account } = await placeOf(request);
      const form = request.get('form');
      const verdict = form.get('avis');
      if (verdict !== 'approved' && verdict !== 'changes') throw formNotUnderstood();
      const subject = await subjectAt(context, service.id, kind, request.req.param('number'));
      const filled = filledReview(kind, form);
      try {
        await writeReview(context, account, subject, { verdict, ...filled });
      } catch (error) {
        // What was filled stays on the page; who may not review has nothing to keep.
        if (!(error instanceof AccountRefusal) || error.status === 403 || error.status === 404) throw error;
        return page(request, kind, filled, error);
      }
      onPublish();
      return request.redirect(reviewsPath(service.id), 303);
    });
  }
  return routes;
}

const mayTalk = (grants: Parameters<typeof may>[0], target: Target): boolean =>
  may(grants, 'edit-plan', target) || may(grants, 'review', target);
