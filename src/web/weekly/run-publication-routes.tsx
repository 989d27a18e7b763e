import { Hono } from 'hono';
import { parisDay } from '../../platform/paris-time.ts';
import { weekOf } from '../../weekly/week.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { signedIn } from '../accounts/with-account.ts';
import { authorOf } from '../team/author-of.ts';
import { draftPath } from '../team/paths.ts';
import { latestDraft } from '../team/publications/drafts.ts';
import { askRunPublication, runPublicationState } from '../team/publications/run-publication.ts';
import { RunPublicationPage } from './pages/run-publication-page.tsx';
import { runPublicationPath, weekPath } from './paths.ts';

/** From the run of the week to the preview of its publication, which a job prepares. */
export function runPublicationRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/foulee/publication';
  const asked = async (request: AccountRequest) => {
    const account = signedIn(request);
    const service = request.req.param('service') ?? '';
    const { place } = await authorOf(context, account, 'publish', service);
    return { service, account: account.id, week: weekOf(parisDay(context.now())), name: place.name };
  };

  routes.post(path, async (request) => {
    const run = await asked(request);
    await askRunPublication(context, run);
    return request.redirect(runPublicationPath(run.service), 303);
  });

  routes.get(path, async (request) => {
    const run = await asked(request);
    const job = await runPublicationState(context, run);
    const draft = job?.state === 'done' ? await latestDraft(context, run) : null;
    if (draft !== null) return request.redirect(draftPath(run.service, draft), 303);
    if (job === null || job.state === 'done') return request.redirect(weekPath(run.service), 303);
    return request.html(
      <Layout title={`Publier ce chiffre – ${run.name}`} path={runPublicationPath(run.service)}>
        <RunPublicationPage
          service={{ id: run.service, name: run.name }}
          problem={job.state === 'failed' ? (job.outcome ?? '') : null}
        />
      </Layout>,
    );
  });
  return routes;
}
