import { Hono } from 'hono';
import { caseLibrary } from '../../portfolio/cases/library.ts';
import {
  indicatorNotFound,
  nothingPublished,
  pageNotFound,
  publicationNotFound,
  serviceNotFound,
  withdrawn,
} from '../http/refusals.ts';
import { CorrectionsPage } from '../pages/corrections-page.tsx';
import { IndicatorPage } from '../pages/indicator/indicator-page.tsx';
import { AccessibilityPage } from '../pages/legal/accessibility-page.tsx';
import { LegalPage } from '../pages/legal/legal-page.tsx';
import { PrivacyPage } from '../pages/legal/privacy-page.tsx';
import { MethodPage, MethodsPage } from '../pages/method-pages.tsx';
import { OpenDataPage } from '../pages/open-data-page.tsx';
import { portfolioQuery } from '../pages/portfolio/filters.ts';
import { PortfolioPage } from '../pages/portfolio/portfolio-page.tsx';
import { ServicePage } from '../pages/service/service-page.tsx';
import { SiteMapPage } from '../pages/site-map-page.tsx';
import { casePath, methodPath, servicePath } from '../view/addresses.ts';
import { findRows } from '../view/find-rows.ts';
import type { Facts } from './facts.ts';

/** The pages everyone may read. */
export function pageRoutes({ site, guides, data }: Facts): Hono {
  const routes = new Hono();
  const found = async (id: string) => {
    const service = await data.service(id);
    if (service === null) throw serviceNotFound();
    return service;
  };

  routes.get('/', async (context) => {
    const query = portfolioQuery.parse(context.req.query());
    return context.html(
      <PortfolioPage
        site={site}
        query={query}
        portfolio={findRows(await data.rows(), query)}
        preparing={data.preparing()}
      />,
    );
  });

  routes.get('/services/:service', async (context) => {
    const service = await found(context.req.param('service'));
    return context.html(<ServicePage site={site} service={service} past={null} />);
  });

  routes.get('/:service/stats', async (context) => {
    const { id } = await found(context.req.param('service'));
    return context.redirect(servicePath(id), 302);
  });

  routes.get('/services/:service/stats', async (context) => {
    const { id } = await found(context.req.param('service'));
    return context.redirect(servicePath(id), 302);
  });

  routes.get('/services/:service/publications/:name', async (context) => {
    const { service: id, name } = context.req.param();
    const { publications } = await found(id);
    const service = await data.serviceAt(id, name);
    if (service?.publication == null) throw publicationNotFound(publications.length);
    if (service.publication.withdrawn !== null) throw withdrawn(service.publication.withdrawn);
    return context.html(<ServicePage site={site} service={service} past={service.publication.day} />);
  });

  routes.get('/services/:service/indicateurs/:indicator', async (context) => {
    const service = await found(context.req.param('service'));
    const { publication } = service;
    if (publication === null) throw nothingPublished();
    if (publication.withdrawn !== null) throw withdrawn(publication.withdrawn);
    const wanted = context.req.param('indicator');
    const measure = publication.measures.find(({ indicator }) => indicator === wanted);
    if (measure === undefined) throw indicatorNotFound();
    return context.html(<IndicatorPage site={site} service={service} measure={measure} />);
  });

  const listed = [...guides.values()]
    .filter(({ slug }) => slug !== 'README')
    .sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  routes.get('/methodes', (context) =>
    context.html(<MethodsPage site={site} choice={guides.get('README')} guides={listed} />),
  );
  routes.get('/methodes/:slug', (context) => {
    const guide = guides.get(context.req.param('slug'));
    if (guide === undefined || guide.slug === 'README') throw pageNotFound();
    return context.html(<MethodPage site={site} guide={guide} />);
  });

  routes.get('/corrections', async (context) =>
    context.html(<CorrectionsPage site={site} corrections={await data.corrections()} />),
  );
  routes.get('/donnees-ouvertes', (context) => context.html(<OpenDataPage site={site} />));
  routes.get('/accessibilite', (context) => context.html(<AccessibilityPage site={site} />));
  routes.get('/mentions-legales', (context) => context.html(<LegalPage site={site} />));
  routes.get('/donnees-personnelles', (context) => context.html(<PrivacyPage site={site} />));
  routes.get('/plan-du-site', async (context) => {
    const services = (await data.rows()).toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
    const methods = [
      { href: '/methodes', name: 'Comment on mesure' },
      ...listed.map(({ slug, title }) => ({ href: methodPath(slug), name: title })),
    ];
    const cases = caseLibrary.map(({ id, name }) => ({ href: casePath(id), name }));
    return context.html(<SiteMapPage site={site} methods={methods} cases={cases} services={services} />);
  });
  return routes;
}
