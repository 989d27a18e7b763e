import { type Context, Hono } from 'hono';
import type { Case } from '../../portfolio/cases/case.ts';
import { findCases } from '../../portfolio/cases/find-cases.ts';
import { caseLibrary, caseOf } from '../../portfolio/cases/library.ts';
import { starterPlan } from '../../portfolio/cases/plans/starter-plan.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { caseNotFound } from '../http/refusals.ts';
import { CasePage } from '../pages/cases/case-page.tsx';
import { caseQuery } from '../pages/cases/case-query.ts';
import { CasesPage } from '../pages/cases/cases-page.tsx';
import { servicePath } from '../view/addresses.ts';
import { casesAlike } from '../view/lesson.ts';
import type { Facts } from './facts.ts';

/** The library of cases: the list, each case, and its plan as a file. */
export function caseRoutes({ site, data }: Pick<Facts, 'site' | 'data'>): Hono {
  const routes = new Hono();
  const asked = (context: Context): Case => {
    const found = caseOf(context.req.param('case') ?? '');
    if (found === null) throw caseNotFound();
    return found;
  };

  routes.get('/cas', (context) => {
    const query = caseQuery.parse(context.req.query());
    return context.html(<CasesPage site={site} query={query} cases={findCases(caseLibrary, query)} />);
  });

  routes.get('/cas/:case', async (context) => {
    const example = asked(context);
    const service = await data.service(demonstrationId(example.id));
    const shown = service === null ? null : { href: servicePath(service.id), name: service.name };
    return context.html(<CasePage site={site} example={example} alike={casesAlike(example)} shown={shown} />);
  });

  routes.get('/cas/:case/impact.yaml', (context) =>
    context.body(starterPlan(asked(context)), 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="impact.yaml"',
    }),
  );
  return routes;
}
