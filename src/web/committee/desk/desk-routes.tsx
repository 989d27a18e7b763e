import { Hono } from 'hono';
import { deskChoices } from '../../../committee/desk/desk-choices.ts';
import { deskScope } from '../../../committee/desk/desk-scope.ts';
import { deskTable } from '../../../committee/desk/desk-table.ts';
import { narrowDesk } from '../../../committee/desk/narrow-desk.ts';
import { readDesk } from '../../../committee/desk/read-desk.ts';
import { tellServices } from '../../../committee/desk/tell-services.ts';
import { asOfOneInstant } from '../../../platform/database/as-of-one-instant.ts';
import type { Database } from '../../../platform/database/database.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import { csvText } from '../../../publish/formats/csv.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { type AskedDesk, askedAddress, deskQuery, readAsked } from './desk-query.ts';
import { DeskPage } from './pages/desk-page.tsx';
import { deskPath, deskTablePath } from './paths.ts';

const onPage = 30;

/** The desk of who decides on many services, and the same as a table to download. */
export function deskRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get(deskPath, async (request) => {
    const asked = readAsked(request.req.query());
    const desk = await asOfOneInstant(context.db, async (db) => {
      const { all, narrowed, today, scope } = await read(db, request, asked);
      const pages = Math.max(1, Math.ceil(narrowed.services.length / onPage));
      const page = Math.min(asked.page, pages);
      const shown = narrowed.services.slice((page - 1) * onPage, page * onPage);
      return {
        ...{ all, narrowed, today, pages },
        choices: await deskChoices(db, scope),
        shown: await tellServices(db, shown, today),
        asked: { ...asked, page },
      };
    });
    return request.html(
      <Layout title="Bureau" path={askedAddress(deskPath, asked)}>
        <DeskPage {...desk} />
      </Layout>,
    );
  });

  routes.get(deskTablePath, async (request) => {
    const { today, services } = await asOfOneInstant(context.db, async (db) => {
      const { narrowed, today } = await read(db, request, readAsked(request.req.query()));
      return { today, services: await tellServices(db, narrowed.services, today) };
    });
    const { columns, rows } = deskTable(services, today);
    return request.body(csvText(columns, rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bureau-${today}.csv"`,
    });
  });

  async function read(db: Database, request: AccountRequest, asked: AskedDesk) {
    const today = parisDay(context.now());
    const scope = deskScope(signedIn(request).grants);
    const all = await readDesk(db, scope, today);
    return { all, today, scope, narrowed: await narrowDesk(db, all, deskQuery(asked), today) };
  }
  return routes;
}
