import { type Context, Hono } from 'hono';
import { budgetCsv } from '../../committee/costs/budget-csv.ts';
import { badgeSvg } from '../../publish/formats/badge.ts';
import { csvText } from '../../publish/formats/csv.ts';
import { openGraphImage, titleImage } from '../../publish/formats/og-image.ts';
import { openSchemaCsv } from '../../publish/formats/open-schema.ts';
import { readStatsQuery, statsAnswer } from '../../publish/formats/stats-api.ts';
import { csvTables } from '../../publish/formats/tables.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import {
  badQuestion,
  nothingPublished,
  publicationNotFound,
  serviceNotFound,
  withdrawn,
} from '../http/refusals.ts';
import { servicesTable } from '../view/services-table.ts';
import { unlessDamaged } from '../view/unless-damaged.ts';
import type { Facts } from './facts.ts';

const csv = { 'content-type': 'text/csv; charset=utf-8' };

/** The published figures in the formats others read: badge, image, CSV, open schema, statistics. */
export function formatRoutes({ site, data }: Pick<Facts, 'site' | 'data'>): Hono {
  const routes = new Hono();
  const entriesOf = async (context: Context): Promise<readonly LedgerEntry[]> => {
    const entries = await data.entries(context.req.param('service') ?? '');
    if (entries === null) throw serviceNotFound();
    return entries;
  };
  const standing = (entries: readonly LedgerEntry[]) =>
    entries.flatMap((entry) => (shownEntry(entry).kind === 'published' ? [entry.publication] : []));
  const latestOf = async (context: Context) => {
    const entry = (await entriesOf(context)).at(-1);
    if (entry === undefined) throw nothingPublished();
    const shown = shownEntry(entry);
    if (shown.kind === 'withdrawn') throw withdrawn(shown.withdrawal.reason);
    return shown.publication;
  };

  routes.get('/services/:service/badge.svg', async (context) =>
    context.body(badgeSvg(await latestOf(context), data.today()), 200, {
      'content-type': 'image/svg+xml; charset=utf-8',
    }),
  );
  routes.get('/services/:service/image.png', async (context) => {
    const service = await data.service(context.req.param('service'));
    if (service === null) throw serviceNotFound();
    const image =
      service.publication === null
        ? titleImage(service.name, 'L’effet de ce service n’est pas encore mesuré ici.')
        : openGraphImage(await latestOf(context), data.today());
    return context.body(new Uint8Array(image), 200, { 'content-type': 'image/png' });
  });
  routes.get('/api/v1/services.csv', async (context) => {
    const { columns, rows } = servicesTable(await data.rows(), site.address);
    return context.body(csvText(columns, rows), 200, csv);
  });
  routes.get('/api/v1/schema-impact.csv', async (context) => {
    const ids = (await data.rows()).filter(({ level }) => level !== null).map(({ id }) => id);
    const all = await Promise.all(ids.map((id) => unlessDamaged(data.entries(id))));
    return context.body(openSchemaCsv(all.flatMap((entries) => standing(entries ?? []).slice(-1))), 200, csv);
  });
  routes.get('/api/v1/services/:service/schema-impact.csv', async (context) =>
    context.body(openSchemaCsv(standing(await entriesOf(context))), 200, csv),
  );
  routes.get('/api/v1/services/:service/budget.csv', async (context) => {
    const service = context.req.param('service');
    const costs = await data.costs(service);
    if (costs === null) throw serviceNotFound();
    return context.body(budgetCsv(service, costs.lines), 200, csv);
  });
  routes.get('/api/v1/services/:service/tables/:table', async (context) => {
    const wanted = context.req.param('table');
    const table = csvTables(await latestOf(context)).find(({ name }) => `${name}.csv` === wanted);
    if (table === undefined) throw publicationNotFound(1);
    return context.body(table.text, 200, csv);
  });
  routes.get('/api/v1/services/:service/stats', async (context) => {
    const query = readStatsQuery(context.req.query());
    if ('error' in query) throw badQuestion(query.error);
    return context.json(statsAnswer(standing(await entriesOf(context)), query, data.today()));
  });
  return routes;
}
