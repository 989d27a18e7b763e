import { Hono } from 'hono';
import { tieSiret, untieSiret } from '../../platform/accounts/organisation-sirets.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { placePath } from './place-path.ts';
import { signedIn } from './with-account.ts';

/** Tying an organisation to the SIRETs from which it can be read. */
export function siretRoutes({ context }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const root = '/equipe/organisations/:id/membres/sirets';

  routes.post(root, async (request) => {
    const organisation = request.req.param('id');
    const siret = request.get('form').get('siret') ?? '';
    await tieSiret(context, signedIn(request), { organisation, siret });
    return request.redirect(placePath({ kind: 'organisation', id: organisation }), 303);
  });

  routes.post(`${root}/:siret/delier`, async (request) => {
    const { id: organisation, siret } = request.req.param();
    await untieSiret(context, signedIn(request), { organisation, siret });
    return request.redirect(placePath({ kind: 'organisation', id: organisation }), 303);
  });

  return routes;
}
