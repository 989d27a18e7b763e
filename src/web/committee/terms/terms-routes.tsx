import { Hono } from 'hono';
import { yearUntil } from '../../../committee/costs/figure-days.ts';
import { serviceCosts } from '../../../committee/costs/service-costs.ts';
import { gatherEvidence } from '../../../committee/evidence/gather-evidence.ts';
import { endOf } from '../../../committee/evidence/moment.ts';
import { judgedEffect } from '../../../committee/terms/judged-effect.ts';
import { nothingToJudge } from '../../../committee/terms/refusals.ts';
import { setTerms } from '../../../committee/terms/set-terms.ts';
import { sponsorTerms } from '../../../committee/terms/sponsor-terms.ts';
import { AccountRefusal } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { committeePlace } from '../sessions/session-place.ts';
import { TermsPage } from './pages/terms-page.tsx';
import { termsPath } from './paths.ts';
import { readTermsForm } from './terms-form.ts';

/** What counts for the sponsor of a service: the smallest effect worth having, and what one more is worth. */
export function termsRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const { db } = context;
  const path = '/equipe/services/:service/seuil';

  const page = async (request: AccountRequest, error: AccountRefusal | null = null) => {
    const id = request.req.param('service') ?? '';
    const place = await committeePlace(context, signedIn(request), id);
    const today = parisDay(context.now());
    const { suggestion } = await gatherEvidence(db, id, today);
    return request.html(
      <Layout title={`Ce qui compte – ${place.service.name}`} path={termsPath(id)}>
        <TermsPage
          place={place}
          effect={await judgedEffect(db, id, today)}
          said={await sponsorTerms(db, id, endOf(today).end)}
          year={await serviceCosts(db, id, yearUntil(today))}
          suggestion={suggestion}
          token={formToken(request, address)}
          typed={error === null ? null : request.get('form')}
          error={error}
        />
      </Layout>,
      error === null ? 200 : 422,
    );
  };

  routes.get(path, (request) => page(request));
  routes.post(path, async (request) => {
    const id = request.req.param('service');
    const account = signedIn(request);
    await requirePermission(context, account, 'decide', { kind: 'service', id });
    const { author } = await committeePlace(context, account, id);
    const effect = await judgedEffect(db, id, parisDay(context.now()));
    if (effect === null) throw nothingToJudge();
    try {
      await setTerms(db, id, readTermsForm(request.get('form'), effect), author);
    } catch (error) {
      if (!(error instanceof AccountRefusal) || error.status !== 422) throw error;
      return page(request, error);
    }
    return request.redirect(termsPath(id), 303);
  });
  return routes;
}
