import * as client from 'openid-client';
import { z } from 'zod';
import type { OidcProvider } from './provider.ts';

/** Who the provider says this person is. */
export interface Identity {
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider answers for the address: only then does it open an account that already has it. */
  readonly emailIsSure: boolean;
  readonly name: string | null;
  readonly siret: string | null;
  readonly idToken: string;
}

const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const claimsShape = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
  name: text,
  given_name: text,
  usual_name: text,
  family_name: text,
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .optional()
    .catch(undefined),
});

interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * Exchanges the code and reads the person's claims, checking state, nonce, PKCE, signatures, and the level of
 * assurance when the provider has one. Throws when anything differs.
 */
export async function readIdentity(
  provider: OidcProvider,
  returned: URL,
  { state, nonce, verifier }: Expected,
): Promise<Identity> {
  const configuration = await provider.configuration();
  const tokens = await client.authorizationCodeGrant(configuration, returned, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const idClaims = tokens.claims();
  if (idClaims === undefined || tokens.id_token === undefined) throw new Error('no ID token');
  if (provider.levels.length > 0 && !provider.levels.includes(String(idClaims.acr))) {
    throw new Error('level of assurance too low');
  }
  const userinfo = await client.fetchUserInfo(configuration, tokens.access_token, idClaims.sub);
  const claims = claimsShape.parse({ ...idClaims, ...userinfo });
  const parts = [claims.given_name, claims.usual_name ?? claims.family_name].filter(
    (part) => part !== undefined,
  );
  return {
    subject: idClaims.sub,
    email: claims.email ?? null,
    // ProConnect's providers are the person's own administration, which holds the address.
    emailIsSure: provider.preset === 'proconnect' || claims.email_verified === true,
    name: parts.length > 0 ? parts.join(' ') : (claims.name ?? null),
    siret: claims.siret ?? null,
    idToken: tokens.id_token,
  };
}
