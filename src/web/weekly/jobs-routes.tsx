import { Hono } from 'hono';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { listJobs } from '../../platform/jobs/list-jobs.ts';
import { retryJob } from '../../platform/jobs/retry-job.ts';
import type { AccountEnv, AccountParts } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { JobsPage } from './pages/jobs-page.tsx';
import { jobsPath } from './paths.ts';

/** What the software did by itself: for administrators everything, for a team what concerns its service. */
export function jobsRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get('/equipe/taches', async (request) => {
    await requirePermission(context, signedIn(request), 'manage-members', { kind: 'installation' });
    return request.html(
      <Layout title="Tâches" path={jobsPath(null)}>
        <JobsPage
          service={null}
          jobs={await listJobs(context, null)}
          token={formToken(request, address)}
          mayRetry
        />
      </Layout>,
    );
  });

  routes.post('/equipe/taches/:job/relancer', async (request) => {
    await requirePermission(context, signedIn(request), 'manage-members', { kind: 'installation' });
    if (!(await retryJob(context, request.req.param('job'), null))) throw notFoundHere();
    return request.redirect(jobsPath(null), 303);
  });

  routes.get('/equipe/services/:service/taches', async (request) => {
    const account = signedIn(request);
    const id = request.req.param('service');
    const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id });
    return request.html(
      <Layout title={`Tâches – ${name}`} path={jobsPath(id)}>
        <JobsPage
          service={{ id, name }}
          jobs={await listJobs(context, id)}
          token={formToken(request, address)}
          mayRetry={may(account.grants, 'measure', target)}
        />
      </Layout>,
    );
  });

  routes.post('/equipe/services/:service/taches/:job/relancer', async (request) => {
    const { service, job } = request.req.param();
    await requirePermission(context, signedIn(request), 'measure', { kind: 'service', id: service });
    if (!(await retryJob(context, job, service))) throw notFoundHere();
    return request.redirect(jobsPath(service), 303);
  });
  return routes;
}
