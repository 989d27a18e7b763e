import { Hono } from 'hono';
import { z } from 'zod';
import { createApiKey } from '../../platform/accounts/create-api-key.ts';
import { invite } from '../../platform/accounts/invite.ts';
import { listMembers } from '../../platform/accounts/list-members.ts';
import { listSirets } from '../../platform/accounts/organisation-sirets.ts';
import type { Place } from '../../platform/accounts/place.ts';
import { formNotUnderstood } from '../../platform/accounts/refusals.ts';
import { removeMember } from '../../platform/accounts/remove-member.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { installation, may, offeredRoles } from '../../platform/accounts/roles.ts';
import { withdrawInvitation } from '../../platform/accounts/withdraw-invitation.ts';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { formToken } from './form-token.ts';
import { MembersPage, NewKeyPage } from './pages/members-page.tsx';
import { placePath } from './place-path.ts';
import { signedIn } from './with-account.ts';

const roleShape = z.enum(offeredRoles);
const keyNameShape = z.string().trim().min(1).max(80);

/** The team of a service, of an organisation, or of the whole installation, and its API keys. */
export function memberRoutes(parts: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  routes.route(
    '/equipe/services/:id/membres',
    placeRoutes(parts, (id) => ({ kind: 'service', id })),
  );
  routes.route(
    '/equipe/organisations/:id/membres',
    placeRoutes(parts, (id) => ({ kind: 'organisation', id })),
  );
  routes.route(
    '/equipe/membres',
    placeRoutes(parts, () => ({ kind: 'installation' })),
  );
  return routes;
}

function placeRoutes(
  { context, mail, address, layout: Layout }: AccountParts,
  placeFrom: (id: string) => Place,
) {
  const routes = new Hono<AccountEnv>();
  const placeAt = (id: string | undefined) => placeFrom(id ?? '');

  routes.get('/', async (request) => {
    const place = placeAt(request.req.param('id'));
    const { grants, id } = signedIn(request);
    const { name, target } = await requirePermission(context, { id, grants }, 'take-part', place);
    return request.html(
      <Layout title={`Équipe : ${name}`} path={placePath(place)}>
        <MembersPage
          place={place}
          name={name}
          people={await listMembers(context, place)}
          sirets={place.kind === 'organisation' ? await listSirets(context, place.id) : null}
          token={formToken(request, address)}
          mayManage={may(grants, 'manage-members', target)}
          mayTie={may(grants, 'manage-members', installation)}
          mayMakeKeys={place.kind !== 'installation' && may(grants, 'manage-keys', target)}
        />
      </Layout>,
    );
  });

  routes.post('/', async (request) => {
    const place = placeAt(request.req.param('id'));
    const form = request.get('form');
    const role = roleShape.safeParse(form.get('role'));
    if (!role.success || (place.kind === 'installation' && role.data !== 'administrator')) {
      throw formNotUnderstood();
    }
    const email = form.get('email') ?? '';
    await invite(context, mail, signedIn(request), { email, role: role.data, place, address });
    return request.redirect(placePath(place), 303);
  });

  routes.post('/:membership/retirer', async (request) => {
    const place = placeAt(request.req.param('id'));
    await removeMember(context, signedIn(request), place, request.req.param('membership'));
    return request.redirect(placePath(place), 303);
  });

  routes.post('/invitations/:invitation/retirer', async (request) => {
    const place = placeAt(request.req.param('id'));
    await withdrawInvitation(context, signedIn(request), place, request.req.param('invitation'));
    return request.redirect(placePath(place), 303);
  });

  routes.post('/cles', async (request) => {
    const place = placeAt(request.req.param('id'));
    const name = keyNameShape.safeParse(request.get('form').get('name'));
    if (!name.success) throw formNotUnderstood();
    const secret = await createApiKey(context, signedIn(request), { name: name.data, place });
    return request.html(
      <Layout title="Votre clé d’API" path={placePath(place)}>
        <NewKeyPage secret={secret} path={placePath(place)} />
      </Layout>,
    );
  });

  return routes;
}
