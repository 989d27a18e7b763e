import { Hono } from 'hono';
import { z } from 'zod';
import { formNotUnderstood, notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { hasCalendar, newCalendar, revokeCalendar } from '../../weekly/reminders/calendar-feed.ts';
import { chooseReminder, reminderOf, stopReminder } from '../../weekly/reminders/choose-reminder.ts';
import { addWebhook, removeWebhook, webhooksOf } from '../../weekly/reminders/webhooks.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { RemindersPage, type RemindersPageProps } from './pages/reminders-page.tsx';
import { remindersPath } from './paths.ts';

const timeShape = z.object({
  weekday: z.coerce.number().int().min(1).max(5),
  hour: z.coerce.number().int().min(6).max(20),
});
const shapeShape = z.enum(['chat', 'signed']);

/** When and where someone is reminded of a service's weekly run. */
export function reminderRoutes({ context, address, mail, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const { db } = context;
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/rappels';

  const asked = async (request: AccountRequest, permission: 'take-part' | 'measure' = 'take-part') => {
    const account = signedIn(request);
    const id = request.req.param('service') ?? '';
    const { name, target } = await requirePermission(context, account, permission, { kind: 'service', id });
    return { account, service: { id, name }, mayManage: may(account.grants, 'measure', target) };
  };

  const page = async (request: AccountRequest, shownOnce: RemindersPageProps['shownOnce'] = null) => {
    const { account, service, mayManage } = await asked(request);
    return request.html(
      <Layout title={`Rappels – ${service.name}`} path={remindersPath(service.id)}>
        <RemindersPage
          service={service}
          reminder={await reminderOf(db, account.id, service.id)}
          hasCalendar={await hasCalendar(db, account.id)}
          webhooks={mayManage ? await webhooksOf(db, service.id) : []}
          token={formToken(request, address)}
          mailWorks={mail.works}
          mayManage={mayManage}
          shownOnce={shownOnce}
        />
      </Layout>,
    );
  };
  const back = (request: AccountRequest, service: string) => request.redirect(remindersPath(service), 303);

  routes.get(path, (request) => page(request));

  routes.post(path, async (request) => {
    const { account, service } = await asked(request);
    const form = request.get('form');
    const time = timeShape.safeParse({ weekday: form.get('jour'), hour: form.get('heure') });
    if (!time.success) throw formNotUnderstood();
    await chooseReminder(db, { account: account.id, service: service.id, ...time.data }, context.now());
    return back(request, service.id);
  });

  routes.post(`${path}/arreter`, async (request) => {
    const { account, service } = await asked(request);
    const reminder = await reminderOf(db, account.id, service.id);
    if (reminder !== null) await stopReminder(db, reminder.id);
    return back(request, service.id);
  });

  routes.post(`${path}/agenda`, async (request) => {
    const { account } = await asked(request);
    const secret = await newCalendar(db, account.id, context.now());
    return page(request, { kind: 'calendar', text: `${address}/calendrier/${secret}.ics` });
  });

  routes.post(`${path}/agenda/arreter`, async (request) => {
    const { account, service } = await asked(request);
    await revokeCalendar(db, account.id);
    return back(request, service.id);
  });

  routes.post(`${path}/adresses`, async (request) => {
    const { account, service } = await asked(request, 'measure');
    const shape = shapeShape.safeParse(request.get('form').get('forme'));
    if (!shape.success) throw formNotUnderstood();
    const url = request.get('form').get('adresse') ?? '';
    const by = { author: account.id, at: context.now() };
    const secret = await addWebhook(db, { service: service.id, shape: shape.data, url }, by);
    return secret === null ? back(request, service.id) : page(request, { kind: 'webhook', text: secret });
  });

  routes.post(`${path}/adresses/:webhook/retirer`, async (request) => {
    const { service } = await asked(request, 'measure');
    if (!(await removeWebhook(db, service.id, request.req.param('webhook')))) throw notFoundHere();
    return back(request, service.id);
  });
  return routes;
}
