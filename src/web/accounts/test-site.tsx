import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { later } from '../../platform/accounts/context.ts';
import { firstAdministratorLink } from '../../platform/accounts/first-administrator.ts';
import type { OidcProvider } from '../../platform/accounts/oidc/provider.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Message } from '../../platform/mail.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';
import { nothingComesIn } from '../collect/fixtures/nothing-comes-in.ts';
import { securityHeaders } from '../http/security-headers.ts';
import type { AccountParts } from './account-parts.ts';
import { accountRoutes } from './account-routes.tsx';

export const address = 'https://impact.test';

function Layout({ title, children }: { title: string; children: Child }) {
  return (
    <html lang="fr">
      <title>{title}</title>
      <main>{children}</main>
    </html>
  );
}

/** A site with a clock that tests move, and mail that they read. */
export function testSite(
  db: Database,
  provider: OidcProvider | null = null,
  door: ArrivalDoor = nothingComesIn,
) {
  let now = '2026-11-27T08:00:00.000Z';
  const sent: Message[] = [];
  const logged: unknown[] = [];
  const context = { db, now: () => now };
  const parts: AccountParts = {
    context,
    provider,
    address,
    door,
    largestDeposit: 1e6,
    layout: Layout,
    onPublish() {},
    log: { warn: (...line: unknown[]) => logged.push(line) },
    mail: {
      works: true,
      send: async (message) => {
        sent.push(message);
        return true;
      },
      close() {},
    },
  };
  const app = new Hono().use(securityHeaders(address)).route('/', accountRoutes(parts));
  return {
    app,
    context,
    sent,
    logged,
    wait(milliseconds: number) {
      now = later(now, milliseconds);
    },
    /** A new browser, with nobody signed in. */
    browser: () => new Browser(app),
    /** The link of the last message, as a path. */
    lastLink: () => pathOf(/^https:\S+$/m.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''),
    async firstAdministrator(email: string): Promise<Browser> {
      const browser = new Browser(app);
      await browser.open(pathOf((await firstAdministratorLink(context, address)) ?? ''));
      await browser.send('/connexion/confirmer', { email });
      return browser;
    },
    /** Signs in by the link that `email` is sent. */
    async signIn(email: string): Promise<Browser> {
      const browser = new Browser(app);
      await browser.open('/connexion');
      await browser.send('/connexion', { email });
      await browser.open(this.lastLink());
      await browser.send('/connexion/confirmer');
      return browser;
    },
  };
}

export type TestSite = ReturnType<typeof testSite>;

export const pathOf = (link: string): string => link.replace(address, '');

/** What a browser does with cookies and forms, no more. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono;
  status = 0;
  html = '';
  location: string | null = null;
  headers = new Headers();
  /** The page being read. */
  #at = '/';

  constructor(app: Hono) {
    this.#app = app;
  }

  open(path: string, headers: Record<string, string> = {}): Promise<this> {
    this.#at = path;
    return this.request(path, { headers });
  }

  /** Sends the form of the page being read that goes to `action`, its hidden fields with it. */
  send(action: string, fields: Record<string, string> = {}): Promise<this> {
    const form = this.html.split('<form ').find((part) => part.includes(`action="${action}"`));
    if (form === undefined) throw new Error(`no form to ${action} in: ${this.html}`);
    const hidden = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return this.post(action, { ...values, ...fields }, { origin: address, referer: `${address}${this.#at}` });
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<this> {
    return this.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  }

  async request(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<this> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', cookie };
    const response = await this.#app.request(`${address}${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.status = response.status;
    this.location = response.headers.get('location');
    this.headers = response.headers;
    this.html = await response.text();
    return this;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
