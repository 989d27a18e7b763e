import * as client from 'openid-client';
import type { OidcSetting } from '../../sign-in-settings.ts';
import { providerUnavailable } from '../refusals.ts';

/** An identity provider, its addresses read when they are first needed. */
export interface OidcProvider {
  /** Who it is, on the button: `ProConnect`. */
  readonly name: string;
  readonly preset: OidcSetting['preset'];
  readonly issuer: string;
  readonly scope: string;
  /** Levels of assurance accepted and asked for; none: not asked. */
  readonly levels: readonly string[];
  readonly redirectUri: string;
  readonly afterLogout: string;
  configuration(): Promise<client.Configuration>;
}

/** Scopes of ProConnect's documentation for service providers; the others are OpenID Connect's own. */
const presets = {
  proconnect: {
    scope: 'openid uid given_name usual_name email siret',
    levels: ['eidas1', 'eidas2', 'eidas3'],
  },
  generic: { scope: 'openid email profile', levels: [] },
} as const;

const patience = 10;

/** The provider of the settings. A failure to reach it is not kept: the next person tries again. */
export function openProvider(setting: OidcSetting, address: string): OidcProvider {
  let known: Promise<client.Configuration> | null = null;
  return {
    name: setting.name,
    preset: setting.preset,
    issuer: setting.issuer,
    ...presets[setting.preset],
    redirectUri: `${address}/connexion/retour`,
    afterLogout: `${address}/connexion`,
    configuration() {
      known ??= discover(setting).catch(() => {
        known = null;
        throw providerUnavailable();
      });
      return known;
    },
  };
}

function discover(setting: OidcSetting): Promise<client.Configuration> {
  const issuer = new URL(setting.issuer);
  // Signatures are checked even though TLS already says who answers: a provider behind a proxy is no exception.
  const execute = [client.enableNonRepudiationChecks];
  if (issuer.protocol === 'http:') execute.push(client.allowInsecureRequests);
  return client.discovery(
    issuer,
    setting.clientId,
    {
      client_secret: setting.clientSecret,
      ...(setting.preset === 'proconnect' && {
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      }),
    },
    client.ClientSecretPost(setting.clientSecret),
    { execute, timeout: patience },
  );
}
