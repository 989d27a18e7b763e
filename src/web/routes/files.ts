import { Hono } from 'hono';
import { caseLibrary } from '../../portfolio/cases/library.ts';
import { answer } from '../http/cached.ts';
import { pageNotFound } from '../http/refusals.ts';
import { casePath, servicePath } from '../view/addresses.ts';
import type { Facts } from './facts.ts';

/** Style sheets and fonts, which never change at their address. */
export function assetRoutes({ assets }: Pick<Facts, 'assets'>): Hono {
  const routes = new Hono();
  routes.get('/actifs/:hash/:name', (context) => {
    const asset = assets.find(context.req.path);
    if (asset === undefined) throw pageNotFound();
    return answer(asset, context.req.raw.headers);
  });
  return routes;
}

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0a6350" d="M2 13h5v9H2zm7.5-5h5v14h-5zM17 2h5v20h-5z"/></svg>';

/** What search engines and browsers ask for. */
export function siteFileRoutes({ site, data, guides }: Pick<Facts, 'site' | 'data' | 'guides'>): Hono {
  const routes = new Hono();
  routes.get('/favicon.svg', (context) => context.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  routes.get('/favicon.ico', (context) => context.redirect('/favicon.svg', 302));
  routes.get('/robots.txt', (context) =>
    context.text(
      `User-agent: *\nDisallow: /equipe\nDisallow: /connexion\nSitemap: ${site.address}/sitemap.xml\n`,
    ),
  );
  routes.get('/sitemap.xml', async (context) => {
    const paths = [
      ...[
        '/',
        '/cas',
        '/methodes',
        '/corrections',
        '/donnees-ouvertes',
        '/accessibilite',
        '/mentions-legales',
      ],
      ...['/donnees-personnelles', '/plan-du-site'],
      ...caseLibrary.map(({ id }) => casePath(id)),
      ...[...guides.keys()].filter((slug) => slug !== 'README').map((slug) => `/methodes/${slug}`),
    ];
    const pages = paths.map((path) => `<url><loc>${site.address}${path}</loc></url>`);
    const services = (await data.rows()).map(({ id, measuredOn }) => {
      const changed = measuredOn === null ? '' : `<lastmod>${measuredOn}</lastmod>`;
      return `<url><loc>${site.address}${servicePath(id)}</loc>${changed}</url>`;
    });
    return context.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[...pages, ...services].join('\n')}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    );
  });
  return routes;
}
