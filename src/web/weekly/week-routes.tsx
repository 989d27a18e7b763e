import { Hono } from 'hono';
import { z } from 'zod';
import { committeeNotices } from '../../committee/sessions/committee-notices.ts';
import { AccountRefusal, formNotUnderstood, notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { askWeeklyRunNow } from '../../weekly/jobs/weekly-run-job.ts';
import { withoutPersonalData } from '../../weekly/space/personal-data.ts';
import { readSpace } from '../../weekly/space/read-space.ts';
import { endStep, removeEntry, writeEntry } from '../../weekly/space/write-entry.ts';
import { weekOf } from '../../weekly/week.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { lastRunJob } from './last-run-job.ts';
import type { Unkept } from './pages/week-forms.tsx';
import { WeekPage } from './pages/week-page.tsx';
import { weekPath } from './paths.ts';

const kindShape = z.enum(['learned', 'calls', 'step']);
const endShape = z.enum(['done', 'not-done', 'dropped']);

/** The team's ten minutes: what the run found, what was learned, what comes next. */
export function weekRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/foulee';
  const thisWeek = () => weekOf(parisDay(context.now()));

  const page = async (request: AccountRequest, refused: AccountRefusal | null, unkept: Unkept | null) => {
    const account = signedIn(request);
    const id = request.req.param('service') ?? '';
    const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id });
    const { origin } = await context.db
      .selectFrom('service')
      .select('origin')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return request.html(
      <Layout title={`La foulée de la semaine – ${name}`} path={weekPath(id)}>
        <WeekPage
          service={{ id, name }}
          space={await readSpace(context.db, id, thisWeek())}
          token={formToken(request, address)}
          mayWrite={may(account.grants, 'measure', target)}
          mayTakePart={may(account.grants, 'take-part', target)}
          mayPublish={may(account.grants, 'publish', target)}
          job={await lastRunJob(context, id)}
          now={context.now()}
          hasPlan={origin !== 'demonstration' && (await latestVersion(context.db, id)) !== null}
          isDemonstration={origin === 'demonstration'}
          refused={refused}
          unkept={unkept}
          notices={await committeeNotices(context.db, id, parisDay(context.now()))}
        />
      </Layout>,
      refused?.status ?? 200,
    );
  };
  routes.get(path, (request) => page(request, null, null));

  routes.post(`${path}/notes`, async (request) => {
    const { account, service } = await writer(request.req.param('service'), signedIn(request));
    const form = request.get('form');
    const kind = kindShape.safeParse(form.get('nature'));
    if (!kind.success) throw formNotUnderstood();
    const entry = {
      service,
      week: thisWeek(),
      kind: kind.data,
      text: form.get('texte') ?? '',
      calls: form.get('appels') ?? '',
      who: form.get('qui') ?? '',
    };
    try {
      await writeEntry(context.db, entry, { author: account.id, at: context.now() });
    } catch (error) {
      if (!(error instanceof AccountRefusal)) throw error;
      const { calls, text, who } = entry;
      const [kept, by] = [text, who].map(withoutPersonalData);
      return page(request, error, { kind: kind.data, calls, text: kept ?? '', who: by ?? '' });
    }
    return request.redirect(weekPath(service), 303);
  });

  routes.post(`${path}/notes/:note/retirer`, async (request) => {
    const { service } = await writer(request.req.param('service'), signedIn(request));
    const entry = { service, week: thisWeek(), id: request.req.param('note') };
    if (!(await removeEntry(context.db, entry))) throw notFoundHere();
    return request.redirect(weekPath(service), 303);
  });

  routes.post(`${path}/etapes/:step`, async (request) => {
    const { service } = await writer(request.req.param('service'), signedIn(request));
    const end = endShape.safeParse(request.get('form').get('fin'));
    if (!end.success) throw formNotUnderstood();
    const step = { service, id: request.req.param('step'), end: end.data, at: context.now() };
    if (!(await endStep(context.db, step))) throw notFoundHere();
    return request.redirect(`${weekPath(service)}#suite`, 303);
  });

  routes.post(`${path}/mesurer`, async (request) => {
    const { service } = await writer(request.req.param('service'), signedIn(request));
    await askWeeklyRunNow(context, service);
    return request.redirect(weekPath(service), 303);
  });

  async function writer(service: string, account: ReturnType<typeof signedIn>) {
    await requirePermission(context, account, 'measure', { kind: 'service', id: service });
    return { account, service };
  }
  return routes;
}
