import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Person {
  readonly subject: string;
  readonly acr: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export const clientId = 'foulee';
export const clientSecret = 'secret-of-the-tests-secret-of-the-tests';

/**
 * A real OpenID Connect provider on the loopback, where whoever arrives is `person`. Like ProConnect: its own scopes,
 * levels of assurance, userinfo as a signed JWT.
 */
export async function startTestProvider(redirectUri: string, afterLogout: string) {
  let person: Person = { subject: 'nobody', acr: 'eidas1', claims: {} };
  let forgedUserinfo: ((jwt: string) => string) | null = null;
  const people = new Map<string, Person>();
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(redirectUri, afterLogout, people));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/arrive/')) {
      people.set(person.subject, person);
      const login = { accountId: person.subject, acr: person.acr };
      void provider.interactionFinished(request, response, { login });
      return;
    }
    if (request.url === '/me' && forgedUserinfo !== null) {
      const forge = forgedUserinfo;
      const end = response.end.bind(response);
      response.end = ((body: unknown) => {
        const forged = forge(String(body));
        response.setHeader('content-length', Buffer.byteLength(forged));
        return end(forged);
      }) as typeof response.end;
    }
    answer(request, response);
  });
  return {
    issuer,
    signInAs(who: Person) {
      person = who;
    },
    forgeUserinfo(forge: typeof forgedUserinfo) {
      forgedUserinfo = forge;
    },
    /** Follows redirections as a browser would, until one leaves the provider; returns that address. */
    follow: (address: string) => followUntilBack(address, issuer),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function configuration(redirectUri: string, afterLogout: string, people: ReadonlyMap<string, Person>) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'tests' };
  return {
    jwks: { keys: [signing] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [afterLogout],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'RS256',
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    acrValues: ['eidas1', 'eidas2'],
    scopes: ['openid', 'uid', 'given_name', 'usual_name', 'email', 'siret', 'profile'],
    claims: {
      acr: null,
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
      uid: ['uid'],
      // Any provider may say so of whoever it likes.
      profile: ['name', 'siret'],
    },
    cookies: { keys: ['tests'] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/arrive/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId)?.claims }),
    }),
    async loadExistingGrant(ctx: GrantContext) {
      const { session, provider, client } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid uid given_name usual_name email siret profile');
      await grant.save();
      return grant;
    },
  };
}

interface GrantContext {
  readonly oidc: {
    readonly session: { readonly accountId: string };
    readonly client: { readonly clientId: string };
    readonly provider: {
      Grant: new (
        of: Readonly<Record<string, string>>,
      ) => {
        addOIDCScope(scope: string): void;
        save(): Promise<void>;
      };
    };
  };
}

async function followUntilBack(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let step = 0; step < 8 && at.startsWith(issuer); step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    at = new URL(next, issuer).href;
  }
  return at;
}
