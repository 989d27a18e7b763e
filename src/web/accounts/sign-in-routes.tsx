import { Hono } from 'hono';
import { confirmLink, readLink } from '../../platform/accounts/confirm-link.ts';
import { endSession } from '../../platform/accounts/end-session.ts';
import { logoutAddress } from '../../platform/accounts/oidc/logout-address.ts';
import { requestLink } from '../../platform/accounts/request-link.ts';
import { newSecret } from '../../platform/ids.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { dropCookie, giveSession } from './browser-cookies.ts';
import { deviceName } from './device-name.ts';
import { formToken } from './form-token.ts';
import { ConfirmPage, LinkSentPage, SignInPage } from './pages/sign-in-page.tsx';
import { ProviderLogoutPage } from './pages/signed-out-page.tsx';
import { returnPath } from './return-path.ts';

/** Coming in by a link, and going out. */
export function signInRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, mail, provider, address, layout: Layout } = parts;
  const routes = new Hono<AccountEnv>();

  routes.get('/connexion', (request) => {
    const returnTo = returnPath(request.req.query('suite'));
    if (request.get('account') !== null) return request.redirect(returnTo, 303);
    return request.html(
      <Layout title="Se connecter" path="/connexion">
        <SignInPage
          token={formToken(request, address)}
          returnTo={returnTo}
          provider={provider?.name ?? null}
          mail={mail.works}
        />
      </Layout>,
    );
  });

  routes.post('/connexion', async (request) => {
    const form = request.get('form');
    await requestLink(context, mail, {
      email: form.get('email') ?? '',
      returnTo: returnPath(form.get('suite')),
      address,
    });
    return request.redirect('/connexion/lien-envoye', 303);
  });

  routes.get('/connexion/lien-envoye', (request) =>
    request.html(
      <Layout title="Lien envoyé" path="/connexion/lien-envoye">
        <LinkSentPage />
      </Layout>,
    ),
  );

  routes.get('/connexion/confirmer', async (request) => {
    const link = request.req.query('jeton') ?? '';
    const { asksForEmail } = await readLink(context, link);
    return request.html(
      <Layout title="Confirmer la connexion" path="/connexion/confirmer">
        <ConfirmPage token={formToken(request, address)} link={link} asksForEmail={asksForEmail} />
      </Layout>,
    );
  });

  routes.post('/connexion/confirmer', async (request) => {
    const form = request.get('form');
    const { session, returnTo } = await confirmLink(context, {
      token: form.get('jeton') ?? '',
      device: deviceName(request.req.header('user-agent')),
      email: form.get('email') ?? null,
    });
    giveSession(request, session, address);
    return request.redirect(returnTo, 303);
  });

  routes.post('/deconnexion', async (request) => {
    const account = request.get('account');
    const ended = account === null ? null : await endSession(context, account.id, account.session);
    dropCookie(request, 'session', address);
    if (provider === null || ended === null || ended.idToken === null) return request.redirect('/', 303);
    const there = await logoutAddress(provider, ended.idToken, newSecret()).catch(() => null);
    if (there === null) return request.redirect('/', 303);
    return request.html(
      <Layout title="Déconnexion" path="/deconnexion">
        <ProviderLogoutPage provider={provider.name} address={there.href} />
      </Layout>,
    );
  });

  return routes;
}
