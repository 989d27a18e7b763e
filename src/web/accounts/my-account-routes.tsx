import { Hono } from 'hono';
import { deleteAccount } from '../../platform/accounts/delete-account.ts';
import { endSession } from '../../platform/accounts/end-session.ts';
import { listApiKeys } from '../../platform/accounts/list-api-keys.ts';
import { listSessions } from '../../platform/accounts/list-sessions.ts';
import { revokeApiKey } from '../../platform/accounts/revoke-api-key.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { dropCookie } from './browser-cookies.ts';
import { formToken } from './form-token.ts';
import { DeleteAccountPage, MyAccountPage } from './pages/my-account-page.tsx';
import { signedIn } from './with-account.ts';

/** What a person sees and does of their own account. */
export function myAccountRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get('/mon-compte', async (request) => {
    const account = signedIn(request);
    return request.html(
      <Layout title="Mon compte" path="/mon-compte">
        <MyAccountPage
          account={account}
          sessions={await listSessions(context, account.id)}
          keys={await listApiKeys(context, account.id)}
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  routes.post('/mon-compte/connexions/:session/fermer', async (request) => {
    const account = signedIn(request);
    const session = request.req.param('session');
    await endSession(context, account.id, session);
    if (session === account.session) dropCookie(request, 'session', address);
    return request.redirect('/mon-compte', 303);
  });

  routes.post('/mon-compte/cles/:key/revoquer', async (request) => {
    await revokeApiKey(context, signedIn(request).id, request.req.param('key'));
    return request.redirect('/mon-compte', 303);
  });

  routes.get('/mon-compte/supprimer', (request) => {
    signedIn(request);
    return request.html(
      <Layout title="Supprimer mon compte" path="/mon-compte/supprimer">
        <DeleteAccountPage token={formToken(request, address)} />
      </Layout>,
    );
  });

  routes.post('/mon-compte/supprimer', async (request) => {
    await deleteAccount(context, signedIn(request).id);
    dropCookie(request, 'session', address);
    return request.redirect('/', 303);
  });

  return routes;
}
