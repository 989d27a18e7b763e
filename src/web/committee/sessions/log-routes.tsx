import { Hono } from 'hono';
import { checkedDecisions } from '../../../committee/sessions/checked-decisions.ts';
import { decisionsSummary } from '../../../committee/sessions/decisions-summary.ts';
import { readDecisions } from '../../../committee/sessions/read-decisions.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts } from '../../accounts/account-parts.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { ownServices } from '../../team/space/own-services.ts';
import { siteData } from '../../view/site-data.ts';
import { LogPage } from './pages/log-page.tsx';
import { decisionsPath } from './paths.ts';

const mostShown = 100;

/** Every decision on the services someone may see, and whether they were right. */
export function logRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const data = siteData(context.db, () => context.now().slice(0, 10));

  routes.get(decisionsPath, async (request) => {
    const own = await ownServices(context, signedIn(request).grants, await data.rows());
    const names = new Map(own.map(({ row }) => [row.id, row.name]));
    const checked = await checkedDecisions(context.db, [...names.keys()]);
    const today = parisDay(context.now());
    return request.html(
      <Layout title="Registre des décisions" path={decisionsPath}>
        <LogPage
          decisions={await readDecisions(context.db, [...names.keys()], mostShown)}
          total={checked.length}
          names={names}
          summary={decisionsSummary(checked, today)}
          today={today}
        />
      </Layout>,
    );
  });
  return routes;
}
