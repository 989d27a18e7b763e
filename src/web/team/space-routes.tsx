import { Hono } from 'hono';
import { z } from 'zod';
import { teamWork } from '../../committee/review/team-work.ts';
import { reviewsSomewhere } from '../../committee/review/waiting-reviews.ts';
import { committeeNotices } from '../../committee/sessions/committee-notices.ts';
import { notAllowed } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { installation, may } from '../../platform/accounts/roles.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createService } from '../../portfolio/create-service.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { withdrawalOf } from '../view/entries.ts';
import { siteData } from '../view/site-data.ts';
import { lastRunJob } from '../weekly/last-run-job.ts';
import { HomePage } from './pages/home-page.tsx';
import { NewServicePage } from './pages/new-service-page.tsx';
import { ServiceSpacePage } from './pages/service-space-page.tsx';
import { spacePath } from './paths.ts';
import { ownServices } from './space/own-services.ts';
import { readProgress } from './space/read-progress.ts';

const mostShown = 30;
const searchShape = z.string().max(100).catch('');
const nameShape = z.string().trim().max(200);

/** The first page of those who are signed in, the space of each service, and how a service is listed. */
export function spaceRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, door, onPublish, layout: Layout } = parts;
  const routes = new Hono<AccountEnv>();
  const data = siteData(context.db, () => context.now().slice(0, 10));
  const ledger = databaseLedger(context.db);

  routes.get('/equipe', async (request) => {
    const account = signedIn(request);
    const search = searchShape.parse(request.req.query('recherche') ?? '');
    const all = await ownServices(context, account.grants, await data.rows());
    const words = withoutAccents(search);
    const found = all.filter(({ row }) => row.search.includes(words));
    return request.html(
      <Layout title="Espace des équipes" path="/equipe">
        <HomePage
          account={account}
          services={found.slice(0, mostShown)}
          search={search}
          found={found.length}
          mayCreate={may(account.grants, 'manage-members', installation)}
          mayReview={reviewsSomewhere(account.grants)}
          mayAudit={may(account.grants, 'read-audit', installation)}
          fresh={all.every(({ row }) => row.demonstration || row.sentence === null)}
        />
      </Layout>,
    );
  });

  routes.get('/equipe/services/:service', async (request) => {
    const account = signedIn(request);
    const id = request.req.param('service');
    const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id });
    const row = (await data.rows()).find((own) => own.id === id);
    const entries = await ledger.entries(id);
    const published = entries.some((entry) => withdrawalOf(entry) === null);
    return request.html(
      <Layout title={name} path={spacePath(id)}>
        <ServiceSpacePage
          id={id}
          name={name}
          freshness={row?.freshness ?? null}
          entries={entries}
          reviewWork={await teamWork(context.db, id)}
          next={{
            progress: await readProgress(context, door, { service: id, published }),
            job: await lastRunJob(context, id),
            now: context.now(),
            mayWrite: may(account.grants, 'measure', target),
          }}
          justPublished={request.req.query('publiee') ?? null}
          notices={await committeeNotices(context.db, id, parisDay(context.now()))}
          token={formToken(request, address)}
          mayPublish={may(account.grants, 'publish', target)}
          mayCorrect={may(account.grants, 'correct', target) || may(account.grants, 'withdraw', target)}
          mayTakePart={may(account.grants, 'take-part', target)}
        />
      </Layout>,
    );
  });

  const newService = (
    request: AccountRequest,
    written = { id: '', name: '' },
    error: Refusal | null = null,
  ) => {
    if (!may(signedIn(request).grants, 'manage-members', installation)) throw notAllowed();
    return request.html(
      <Layout title="Inscrire un service" path="/equipe/nouveau-service">
        <NewServicePage
          token={formToken(request, address)}
          written={written}
          error={error && { what: error.message, advice: error.advice }}
        />
      </Layout>,
      error === null ? 200 : 422,
    );
  };
  routes.get('/equipe/nouveau-service', (request) => newService(request));
  routes.post('/equipe/nouveau-service', async (request) => {
    const account = signedIn(request);
    await requirePermission(context, account, 'manage-members', { kind: 'installation' });
    const field = (key: string) => nameShape.catch('').parse(request.get('form').get(key) ?? '');
    const written = { id: field('id'), name: field('name') || field('id') };
    try {
      await createService(context.db, written, { actor: account.id, at: context.now() });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return newService(request, written, error);
    }
    onPublish();
    return request.redirect(spacePath(written.id), 303);
  });
  return routes;
}
