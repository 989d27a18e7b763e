import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { calendarReminders } from '../../weekly/reminders/calendar-feed.ts';
import { reminderToStop, stopReminder } from '../../weekly/reminders/choose-reminder.ts';
import { iCalendar } from '../../weekly/reminders/icalendar.ts';
import { reminderGone } from '../../weekly/reminders/refusals.ts';
import type { AccountEnv, AccountParts } from '../accounts/account-parts.ts';
import { StopReminderPage } from './pages/stop-reminder-page.tsx';

const stopPath = '/rappels/:reminder/arret';

/**
 * Addresses that are secrets themselves, for those who are not signed in: a calendar, and how to stop a reminder, in one
 * click from a mail program too (RFC 8058: a POST without cookie, answered without redirection).
 */
export function secretRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const { db } = context;
  const routes = new Hono<AccountEnv>();
  for (const path of ['/rappels/*', '/calendrier/*']) {
    routes.use(path, async (request, next) => {
      await next();
      request.res.headers.set('cache-control', 'no-store');
      request.res.headers.set('referrer-policy', 'no-referrer');
    });
  }

  routes.get('/calendrier/:file', async (request) => {
    const [, secret = ''] = /^([\w-]{43})\.ics$/.exec(request.req.param('file')) ?? [];
    const reminders = await calendarReminders(db, secret);
    if (reminders === null) return request.text('Cet agenda n’existe pas, ou a été arrêté.', 404);
    return request.body(iCalendar(reminders, address), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    });
  });

  routes.get(stopPath, async (request) => {
    const service = await reminderToStop(db, request.req.param('reminder'));
    if (service === null) throw reminderGone();
    return request.html(
      <Layout title="Arrêter ce rappel" path={request.req.path}>
        <StopReminderPage service={service} path={request.req.path} stopped={false} />
      </Layout>,
    );
  });

  routes.post(stopPath, bodyLimit({ maxSize: 1024 }), async (request) => {
    const service = await stopReminder(db, request.req.param('reminder'));
    if (service === null) throw reminderGone();
    return request.html(
      <Layout title="Rappel arrêté" path={request.req.path}>
        <StopReminderPage service={service} path={request.req.path} stopped />
      </Layout>,
    );
  });
  return routes;
}
