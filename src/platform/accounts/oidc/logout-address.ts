import * as client from 'openid-client';
import type { OidcProvider } from './provider.ts';

/** Where to send the browser to sign out at the provider too; null when the provider has no such page. */
export async function logoutAddress(
  provider: OidcProvider,
  idToken: string,
  state: string,
): Promise<URL | null> {
  const configuration = await provider.configuration();
  if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
  return client.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: provider.afterLogout,
    state,
  });
}
