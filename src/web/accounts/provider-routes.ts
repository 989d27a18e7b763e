import { Hono } from 'hono';
import { finishOidc } from '../../platform/accounts/oidc/finish-oidc.ts';
import { startOidc } from '../../platform/accounts/oidc/start-oidc.ts';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { giveSession, visitOf } from './browser-cookies.ts';
import { deviceName } from './device-name.ts';
import { returnPath } from './return-path.ts';

/** Coming in through the identity provider. */
export function providerRoutes({ context, provider, address }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get('/connexion/fournisseur', async (request) => {
    if (provider === null) throw notFoundHere();
    const there = await startOidc(context, provider, {
      browser: visitOf(request, address),
      returnTo: returnPath(request.req.query('suite')),
    });
    return request.redirect(there.href, 303);
  });

  routes.get('/connexion/retour', async (request) => {
    if (provider === null) throw notFoundHere();
    // The address the provider knows, whatever a proxy made of the one that reached this process.
    const returned = new URL(new URL(request.req.url).search, provider.redirectUri);
    const { session, returnTo } = await finishOidc(context, provider, {
      browser: visitOf(request, address),
      returned,
      device: deviceName(request.req.header('user-agent')),
    });
    giveSession(request, session, address);
    return request.redirect(returnTo, 303);
  });

  return routes;
}
