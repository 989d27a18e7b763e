import { Hono } from 'hono';
import { committeeNotices } from '../../../committee/sessions/committee-notices.ts';
import { prepareSession } from '../../../committee/sessions/prepare-session.ts';
import { listSessions } from '../../../committee/sessions/session.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { CommitteesPage } from './pages/committees-page.tsx';
import { committeesPath, sessionPath } from './paths.ts';
import { committeePlace, preparingPlace } from './session-place.ts';

/** The committees of a service: those to come, those held, and how one is planned. */
export function committeesRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/comites';

  routes.get(path, async (request) => {
    const id = request.req.param('service');
    const place = await committeePlace(context, signedIn(request), id);
    const today = parisDay(context.now());
    return request.html(
      <Layout title={`Les comités – ${place.service.name}`} path={committeesPath(id)}>
        <CommitteesPage
          place={place}
          today={today}
          sessions={await listSessions(context.db, id)}
          notices={await committeeNotices(context.db, id, today)}
          told={
            await context.db
              .selectFrom('committee')
              .select(['held_on as day', 'comment'])
              .where('service_id', '=', id)
              .orderBy('held_on', 'desc')
              .execute()
          }
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  routes.post(path, async (request) => {
    const id = request.req.param('service');
    const { author } = await preparingPlace(context, signedIn(request), id);
    const form = request.get('form');
    const typed = {
      plannedOn: form.get('jour') ?? '',
      moneyEndsOn: form.get('argent') ?? '',
      question: form.get('question') ?? '',
    };
    return request.redirect(sessionPath(id, await prepareSession(context.db, id, typed, author)), 303);
  });
  return routes;
}
