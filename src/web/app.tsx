import { type Context, Hono } from 'hono';
import { DamagedPublication } from '../publish/ledger/kept-publication.ts';
import { apiRoutes } from './api/api-routes.ts';
import { cached } from './http/cached.ts';
import { preflight } from './http/preflight.ts';
import { problem } from './http/problem.ts';
import { publicHeaders } from './http/public-headers.ts';
import { damaged, pageNotFound, unexpected, WebRefusal } from './http/refusals.ts';
import { securityHeaders } from './http/security-headers.ts';
import { ErrorPage, type ErrorText } from './pages/error-page.tsx';
import { caseRoutes } from './routes/cases.tsx';
import { embedRoutes } from './routes/embed.tsx';
import type { Facts } from './routes/facts.ts';
import { feedRoutes } from './routes/feeds.ts';
import { assetRoutes, siteFileRoutes } from './routes/files.ts';
import { formatRoutes } from './routes/formats.ts';
import { healthRoutes } from './routes/health.ts';
import { pageRoutes } from './routes/pages.tsx';

/** The whole site as a function from a request to an answer. */
export function createApp(facts: Facts): Hono {
  const app = new Hono();
  const secure = securityHeaders(facts.site.address);
  app.use(secure);
  app.route('/', assetRoutes(facts));
  app.route('/', healthRoutes(facts));
  app.route(
    '/',
    facts.team(facts.site, () => facts.cache.clear()),
  );

  const open = new Hono();
  // The security headers are kept with a cached page, so that they leave with it.
  open.use(cached(facts.cache), secure, publicHeaders);
  for (const path of ['/api/v1/*', '/services/*', '/flux.atom']) open.options(path, preflight);
  open.route('/', siteFileRoutes(facts));
  open.route('/', feedRoutes(facts));
  open.route('/', formatRoutes(facts));
  open.route('/api/v1', apiRoutes(facts));
  open.route('/', embedRoutes(facts));
  open.route('/', caseRoutes(facts));
  open.route('/', pageRoutes(facts));
  app.route('/', open);

  const refuse = (context: Context, status: WebRefusal['status'] | 500, text: ErrorText) =>
    context.req.path.startsWith('/api/')
      ? problem(status, text)
      : context.html(<ErrorPage site={facts.site} error={text} />, status);

  app.notFound((context) => refuse(context, 404, pageNotFound().text));
  app.onError((error, context) => {
    if (error instanceof WebRefusal) return refuse(context, error.status, error.text);
    if (error instanceof DamagedPublication) {
      facts.log.error({ service: error.service, number: error.number }, 'publication illisible');
      return refuse(context, 500, damaged(error));
    }
    facts.log.error({ err: error, method: context.req.method }, 'erreur inattendue');
    return refuse(context, 500, unexpected);
  });
  return app;
}
