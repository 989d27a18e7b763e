import { Hono } from 'hono';
import { serviceNotFound } from '../http/refusals.ts';
import { EmbedPage } from '../pages/embed-page.tsx';
import type { Facts } from './facts.ts';

/** The sentence of a service, in a frame that other sites may hold. */
export function embedRoutes({ site, data }: Pick<Facts, 'site' | 'data'>): Hono {
  const routes = new Hono();
  routes.get('/services/:service/integration', async (context) => {
    const service = await data.service(context.req.param('service'));
    if (service === null) throw serviceNotFound();
    return context.html(<EmbedPage site={site} service={service} />);
  });
  return routes;
}
