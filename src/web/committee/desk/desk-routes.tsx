import { Hono } from 'hono';
import { deskScope } from '../../../committee/desk/desk-scope.ts';
import { deskTable } from '../../../committee/desk/desk-table.ts';
import { narrowDesk } from '../../../committee/desk/narrow-desk.ts';
import { publishedSentences } from '../../../committee/desk/published-sentences.ts';
import { readDesk } from '../../../committee/desk/read-desk.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import { csvText } from '../../../publish/formats/csv.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { askedAddress, deskQuery, readAsked } from './desk-query.ts';
import { DeskPage } from './pages/desk-page.tsx';
import { deskPath, deskTablePath } from './paths.ts';

const onPage = 30;

/** The desk of who decides on many services, and the same as a table to download. */
export function deskRoutes({ context, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  routes.get(deskPath, async (request) => {
    const { services, asked, today, narrowed } = await read(request);
    const pages = Math.max(1, Math.ceil(narrowed.services.length / onPage));
    const page = Math.min(asked.page, pages);
    const shown = narrowed.services.slice((page - 1) * onPage, page * onPage);
    const sentences = await publishedSentences(
      context.db,
      shown.flatMap(({ published }) => published?.sha256 ?? []),
    );
    return request.html(
      <Layout title="Bureau" path={askedAddress(deskPath, asked)}>
        <DeskPage
          all={services}
          narrowed={narrowed}
          shown={shown}
          sentences={sentences}
          asked={{ ...asked, page }}
          pages={pages}
          today={today}
        />
      </Layout>,
    );
  });

  routes.get(deskTablePath, async (request) => {
    const { today, narrowed } = await read(request);
    const { columns, rows } = deskTable(narrowed.services, today);
    return request.body(csvText(columns, rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="bureau-${today}.csv"`,
    });
  });

  async function read(request: AccountRequest) {
    const today = parisDay(context.now());
    const services = await readDesk(context.db, deskScope(signedIn(request).grants), today);
    const asked = readAsked(request.req.query());
    return { services, asked, today, narrowed: narrowDesk(services, deskQuery(asked)) };
  }
  return routes;
}
