import { Hono } from 'hono';
import { z } from 'zod';
import type { Source } from '../../plan/plan.ts';
import { formNotUnderstood } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may, type Permission } from '../../platform/accounts/roles.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { collectPath } from '../team/paths.ts';
import { createCollectionKey, listCollectionKeys, revokeCollectionKey } from './collection-keys.ts';
import { findCollectionPlan, receivedSources } from './collection-plan.ts';
import { readOrigins } from './origins.ts';
import { CollectPage } from './pages/collect-page.tsx';
import { NewCollectionKeyPage } from './pages/new-collection-key-page.tsx';

const nameShape = z.string().trim().min(1).max(80);

/** The page of a service where a team says what it receives, and makes the keys that send it. */
export function collectRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const allowed = (request: AccountRequest, permission: Permission, id: string) =>
    requirePermission(context, signedIn(request), permission, { kind: 'service', id });
  const sourcesOf = async (service: string): Promise<readonly Source[]> => {
    const plan = await findCollectionPlan(context, service);
    return plan === null ? [] : receivedSources(plan);
  };

  routes.get('/equipe/services/:service/collecte', async (request) => {
    const service = request.req.param('service');
    const { name, target } = await allowed(request, 'see', service);
    return request.html(
      <Layout title={`Collecte : ${name}`} path={collectPath(service)}>
        <CollectPage
          service={service}
          name={name}
          address={address}
          sources={await sourcesOf(service)}
          keys={await listCollectionKeys(context, service)}
          token={formToken(request, address)}
          mayManage={may(signedIn(request).grants, 'manage-keys', target)}
        />
      </Layout>,
    );
  });

  routes.post('/equipe/services/:service/collecte/cles', async (request) => {
    const service = request.req.param('service');
    await allowed(request, 'manage-keys', service);
    const form = request.get('form');
    const name = nameShape.safeParse(form.get('name'));
    const source = (await sourcesOf(service)).find((known) => known.name === form.get('source'));
    if (!name.success || source === undefined) throw formNotUnderstood();
    const origins = readOrigins(form.get('origins') ?? '');
    const asked = { service, source: source.name, origins, name: name.data };
    const secret = await createCollectionKey(context, signedIn(request).id, asked);
    return request.html(
      <Layout title="Votre clé de collecte" path={collectPath(service)}>
        <NewCollectionKeyPage secret={secret} address={address} source={source} asked={asked} />
      </Layout>,
    );
  });

  routes.post('/equipe/services/:service/collecte/cles/:key/revoquer', async (request) => {
    const { service, key } = request.req.param();
    await allowed(request, 'manage-keys', service);
    await revokeCollectionKey(context, signedIn(request).id, { service, key });
    return request.redirect(collectPath(service), 303);
  });
  return routes;
}
