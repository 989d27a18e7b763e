import { Hono } from 'hono';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may as allows, type Permission } from '../../platform/accounts/roles.ts';
import { latestVersion, planVersion, planVersions } from '../../portfolio/plans/plan-version.ts';
import { registrationsOf } from '../../portfolio/plans/registration/registrations.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { namesOf } from './author-names.ts';
import { VersionPage, VersionsPage } from './pages/versions-page.tsx';
import { planPath, versionPath, versionsPath } from './paths.ts';
import { noSuchVersion } from './plan-refusals.ts';
import { planFile } from './plan-routes.tsx';

/** The versions of a plan: their list, one of them with what it changed, and how to have it back. */
export function versionRoutes({
  context,
  address,
  onPublish,
  layout: Layout,
}: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const root = '/equipe/services/:service/plan/versions';

  const placeOf = async (request: AccountRequest) => {
    const id = request.req.param('service') ?? '';
    const account = signedIn(request);
    const place = await requirePermission(context, account, 'see', { kind: 'service', id });
    const may = (permission: Permission) => allows(account.grants, permission, place.target);
    return { id, name: place.name, mayEdit: may('edit-plan'), mayTakePart: may('take-part') };
  };
  const asked = async (request: AccountRequest, service: string) => {
    const number = Number(request.req.param('version'));
    const found =
      Number.isInteger(number) && number > 0 && number < 1e6
        ? await planVersion(context.db, service, number)
        : null;
    if (found === null) throw noSuchVersion();
    return found;
  };

  routes.get(root, async (request) => {
    const { id, name, mayTakePart } = await placeOf(request);
    const versions = await planVersions(context.db, id);
    return request.html(
      <Layout title={`Versions du plan, ${name}`} path={versionsPath(id)}>
        <VersionsPage
          service={{ id, name }}
          versions={versions}
          authors={
            await namesOf(context, {
              actors: versions.map(({ author }) => author),
              mayTakePart,
            })
          }
        />
      </Layout>,
    );
  });

  routes.get(`${root}/:version`, async (request) => {
    const { id, name, mayEdit } = await placeOf(request);
    const shown = await asked(request, id);
    const latest = await latestVersion(context.db, id);
    const registrations = await registrationsOf(context.db, id);
    return request.html(
      <Layout title={`Version ${shown.version} du plan, ${name}`} path={versionPath(id, shown.version)}>
        <VersionPage
          service={{ id, name }}
          shown={shown}
          before={await planVersion(context.db, id, shown.version - 1)}
          latest={latest?.version ?? shown.version}
          registrations={registrations.filter(({ version }) => version === shown.version)}
          mayEdit={mayEdit}
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  routes.get(`${root}/:version/impact.yaml`, async (request) => {
    const { id } = await placeOf(request);
    return planFile(request, (await asked(request, id)).text);
  });

  routes.post(`${root}/:version/reprendre`, async (request) => {
    const { id } = await placeOf(request);
    const account = signedIn(request);
    await requirePermission(context, account, 'edit-plan', { kind: 'service', id });
    const { text, version } = await asked(request, id);
    const after = Number(request.get('form').get('apres')) || 0;
    const note = `Reprise de la version ${version}`;
    const author = { actor: account.id, at: context.now() };
    const saved = await savePlanVersion(context.db, { service: id, text, note, after }, author);
    onPublish();
    return request.redirect(`${planPath(id)}?enregistree=${saved.version.version}`, 303);
  });
  return routes;
}
