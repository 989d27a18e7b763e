import { Hono } from 'hono';
import type { Facts } from './facts.ts';

/** Whether the process lives (`/sante`), and whether it can answer (`/pret`): for whoever watches over it. */
export function healthRoutes({ isReady }: Pick<Facts, 'isReady'>): Hono {
  const routes = new Hono();
  const headers = { 'cache-control': 'no-store' };
  routes.get('/sante', (context) => context.json({ etat: 'en vie' }, 200, headers));
  routes.get('/pret', async (context) =>
    (await isReady())
      ? context.json({ etat: 'prêt' }, 200, headers)
      : context.json({ etat: 'pas prêt' }, 503, headers),
  );
  return routes;
}
