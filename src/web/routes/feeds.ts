import { Hono } from 'hono';
import { atomFeed, siteFeed } from '../../publish/formats/atom.ts';
import { serviceNotFound } from '../http/refusals.ts';
import { servicePath } from '../view/addresses.ts';
import { unlessDamaged } from '../view/unless-damaged.ts';
import type { Facts } from './facts.ts';

const atom = { 'content-type': 'application/atom+xml; charset=utf-8' };
/** Services read for the feed of the site: those measured last. */
const mostServices = 50;

/** What is published and corrected, as feeds to follow: of one service, and of all. */
export function feedRoutes({ site, data }: Pick<Facts, 'site' | 'data'>): Hono {
  const routes = new Hono();
  const addressesOf = (id: string) => {
    const page = `${site.address}${servicePath(id)}`;
    return {
      feed: `${page}/flux.atom`,
      page,
      publication: (number: number) => `${page}/publications/${number}`,
    };
  };
  const since = () => `${data.today()}T00:00:00Z`;

  routes.get('/services/:service/flux.atom', async (context) => {
    const id = context.req.param('service');
    const [service, entries] = [await data.service(id), await data.entries(id)];
    if (service === null || entries === null) throw serviceNotFound();
    return context.body(atomFeed(service, entries, addressesOf(id), since()), 200, atom);
  });
  routes.get('/flux.atom', async (context) => {
    const measured = (await data.rows())
      .filter(({ measuredOn }) => measuredOn !== null)
      .toSorted((a, b) => ((a.measuredOn ?? '') < (b.measuredOn ?? '') ? 1 : -1))
      .slice(0, mostServices);
    const followed = await Promise.all(
      measured.map(async ({ id, name }) => ({
        name,
        entries: (await unlessDamaged(data.entries(id))) ?? [],
        addresses: addressesOf(id),
      })),
    );
    const { name, address } = site;
    const feed = siteFeed({ name, feed: `${address}/flux.atom`, page: `${address}/` }, followed, since());
    return context.body(feed, 200, atom);
  });
  return routes;
}
