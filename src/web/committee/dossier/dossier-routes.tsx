import { Hono } from 'hono';
import { printDossier } from '../../../committee/dossier/print/print-dossier.ts';
import { sessionDossier } from '../../../committee/dossier/session-dossier.ts';
import { readSession } from '../../../committee/sessions/session.ts';
import { notFoundHere } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { DossierPage } from './pages/dossier-page.tsx';
import { dossierPath } from './paths.ts';

/** The dossier of a committee, for who may see the service: a page, and the same for print. */
export function dossierRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/comites/:session';

  routes.get(`${path}/dossier`, async (request) => {
    const { session, dossier } = await asked(request);
    const { title, subtitle } = dossier;
    return request.html(
      <Layout title={`${title} – ${subtitle}`} path={dossierPath(session.service, session.id)}>
        <DossierPage dossier={dossier} session={session} />
      </Layout>,
    );
  });

  routes.get(`${path}/dossier.pdf`, async (request) => {
    const { session, dossier } = await asked(request);
    const pdf = await printDossier(dossier);
    return request.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="dossier-${session.service}-${session.plannedOn}.pdf"`,
    });
  });

  async function asked(request: AccountRequest) {
    const { service = '', session: id = '' } = request.req.param();
    await requirePermission(context, signedIn(request), 'see', { kind: 'service', id: service });
    const session = await readSession(context.db, service, id);
    if (session === null) throw notFoundHere();
    return { session, dossier: await sessionDossier(context.db, session, parisDay(context.now())) };
  }
  return routes;
}
