import * as client from 'openid-client';
import { hashOf, newSecret } from '../../ids.ts';
import { type AccountContext, later, minutes } from '../context.ts';
import type { OidcProvider } from './provider.ts';

const lifetime = minutes(10);

/**
 * Begins a sign-in at the provider (authorisation code, PKCE, state, nonce), bound to this browser; returns where to
 * send it.
 */
export async function startOidc(
  { db, now }: AccountContext,
  provider: OidcProvider,
  { browser, returnTo }: { readonly browser: string; readonly returnTo: string },
): Promise<URL> {
  const configuration = await provider.configuration();
  const state = newSecret();
  const nonce = newSecret();
  const verifier = client.randomPKCECodeVerifier();
  const at = now();
  await db.deleteFrom('oidc_request').where('expires_at', '<=', at).execute();
  await db
    .insertInto('oidc_request')
    .values({
      state_hash: hashOf(state),
      browser_hash: hashOf(browser),
      nonce,
      code_verifier: verifier,
      return_to: returnTo,
      expires_at: later(at, lifetime),
    })
    .execute();
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: provider.redirectUri,
    scope: provider.scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.levels[0] !== undefined && { acr_values: provider.levels[0] }),
  });
}
