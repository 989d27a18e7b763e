import { Hono } from 'hono';
import type { Source } from '../../plan/plan.ts';
import { later } from '../../platform/accounts/context.ts';
import { AccountRefusal, formNotUnderstood } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { type ColumnMapping, deliver } from '../../records/arrivals/deliver.ts';
import { openDelivery } from '../../records/arrivals/open-delivery.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { MalformedForm } from '../http/multipart.ts';
import { depositPath } from '../team/paths.ts';
import { findCollectionPlan, receivedSources } from './collection-plan.ts';
import {
  depositTakesTooMuch,
  depositTooLarge,
  noRows,
  tooFewColumns,
  tooManyDeposits,
  unreadableFile,
} from './deposit-refusals.ts';
import { type AskedColumn, askedColumns } from './guess-mapping.ts';
import { type HeldFile, heldFiles, mostPackedBytes } from './held-files.ts';
import { packFile } from './pack-file.ts';
import { DepositPage } from './pages/deposit-page.tsx';
import { DepositResultPage } from './pages/deposit-result-page.tsx';
import { MappingPage } from './pages/mapping-page.tsx';
import { columnNeeded, fileGone, noDataFile } from './refusals.ts';

const day = 86_400_000;
const shownRows = 5;
/** Files that may be on their way at once. */
const mostComing = 2;

/** A file of data sent from the browser: chosen, looked at, its columns said, then taken row by row. */
export function depositRoutes({
  context,
  door,
  address,
  largestDeposit,
  layout: Layout,
}: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const held = heldFiles(context.now);
  const allowed = (request: AccountRequest, service: string) =>
    requirePermission(context, signedIn(request), 'measure', { kind: 'service', id: service });
  const sourcesOf = async (service: string): Promise<readonly Source[]> => {
    const plan = await findCollectionPlan(context, service);
    return plan === null ? [] : receivedSources(plan);
  };
  let coming = 0;
  const received = async (pieces: AsyncIterable<Buffer>) => {
    if (coming >= mostComing) throw tooManyDeposits();
    coming += 1;
    const tooLarge = (limit: 'sent' | 'held') =>
      limit === 'sent' ? depositTooLarge(largestDeposit) : depositTakesTooMuch(mostPackedBytes);
    try {
      return await packFile(pieces, { sent: largestDeposit, held: mostPackedBytes, tooLarge });
    } catch (error) {
      throw error instanceof MalformedForm ? formNotUnderstood() : error;
    } finally {
      coming -= 1;
    }
  };
  const heldBy = async (request: AccountRequest, service: string, id: string) => {
    const file = held.find(id, { service, account: signedIn(request).id });
    const source = file && (await sourcesOf(service)).find(({ name }) => name === file.source);
    if (!file || !source) throw fileGone();
    return { file, source };
  };

  const depositPage = async (request: AccountRequest, service: string, refused: AccountRefusal | null) => {
    const place = { kind: 'service', id: service } as const;
    const { name, target } = await requirePermission(context, signedIn(request), 'see', place);
    return request.html(
      <Layout title={`Déposer des données : ${name}`} path={depositPath(service)}>
        <DepositPage
          service={service}
          name={name}
          sources={await sourcesOf(service)}
          chosen={request.req.method === 'POST' ? (request.get('form').get('source') ?? null) : null}
          refused={refused}
          token={formToken(request, address)}
          largest={largestDeposit}
          mayDeposit={may(signedIn(request).grants, 'measure', target)}
        />
      </Layout>,
      refused?.status ?? 200,
    );
  };
  /** Chooses again, where it is said why: a file refused here leaves nothing else to do. */
  const orChosenAgain = async (
    request: AccountRequest,
    service: string,
    act: () => Response | Promise<Response>,
  ) => {
    try {
      return await act();
    } catch (error) {
      const refused = error instanceof AccountRefusal ? error : unreadableFile(error);
      if (refused === null) throw error;
      return depositPage(request, service, refused);
    }
  };

  routes.get('/equipe/services/:service/donnees', (request) =>
    depositPage(request, request.req.param('service'), null),
  );

  routes.post('/equipe/services/:service/donnees', async (request) => {
    const service = request.req.param('service');
    await allowed(request, service);
    const chosen = request.get('form').get('source');
    const source = (await sourcesOf(service)).find(({ name }) => name === chosen);
    if (source === undefined) throw formNotUnderstood();
    return orChosenAgain(request, service, async () => {
      const sent = request.get('incoming');
      if (sent === null) throw noDataFile();
      const packed = await received(sent.pieces);
      if (packed.size === 0) throw noDataFile();
      const file = { service, account: signedIn(request).id, source: source.name, name: sent.name, packed };
      const delivery = await deliveryOf(file, source);
      const needed = askedColumns(source).flatMap(({ column, required }) => (required ? [column] : []));
      if (delivery.columns.length < needed.length) throw tooFewColumns(delivery.columns.length, needed);
      if (!(await hasRows(delivery))) throw noRows(sent.name);
      return request.redirect(`${depositPath(service)}/${held.keep(file)}`, 303);
    });
  });

  routes.get('/equipe/services/:service/donnees/:file', async (request) => {
    const { service, file: id } = request.req.param();
    const { name } = await allowed(request, service);
    return orChosenAgain(request, service, async () => {
      const { file, source } = await heldBy(request, service, id);
      const delivery = await deliveryOf(file, source);
      return request.html(
        <Layout title={`Déposer des données : ${name}`} path={`${depositPath(service)}/${id}`}>
          <MappingPage
            service={service}
            path={`${depositPath(service)}/${id}`}
            file={file.name}
            source={source.name}
            asked={askedColumns(source)}
            columns={delivery.columns}
            rows={await firstRows(delivery)}
            token={formToken(request, address)}
          />
        </Layout>,
      );
    });
  });

  routes.post('/equipe/services/:service/donnees/:file', async (request) => {
    const { service, file: id } = request.req.param();
    const { name } = await allowed(request, service);
    return orChosenAgain(request, service, async () => {
      const { file, source } = await heldBy(request, service, id);
      const delivery = await deliveryOf(file, source);
      const mapping = mappingFrom(request.get('form'), askedColumns(source), delivery.columns);
      const latest = later(context.now(), day).slice(0, 10);
      const receipt = await deliver(door, { service, source, latest }, delivery, mapping);
      held.drop(id);
      return request.html(
        <Layout title={`Données déposées : ${name}`} path={depositPath(service)}>
          <DepositResultPage service={service} file={file.name} source={source.name} receipt={receipt} />
        </Layout>,
      );
    });
  });
  return routes;
}

const deliveryOf = ({ name, packed }: HeldFile, source: Source) =>
  openDelivery(
    name,
    (async function* () {
      yield* packed.pieces;
    })(),
    askedColumns(source).map(({ column }) => column),
  );

async function firstRows(delivery: Awaited<ReturnType<typeof deliveryOf>>) {
  for await (const rows of delivery.rows()) {
    const readable = rows.flatMap(({ line, values }) => (values === null ? [] : [{ line, values }]));
    if (readable.length > 0) return readable.slice(0, shownRows);
  }
  return [];
}

/** Whether anything is under the names of the columns, readable or not. */
async function hasRows(delivery: Awaited<ReturnType<typeof deliveryOf>>): Promise<boolean> {
  for await (const rows of delivery.rows()) if (rows.length > 0) return true;
  return false;
}

/** What the form says of each column; refuses one that the file lacks, or that must be said. */
function mappingFrom(
  form: ReadonlyMap<string, string>,
  asked: readonly AskedColumn[],
  found: readonly string[],
): ColumnMapping {
  const mapping: Record<string, string> = {};
  for (const { column, required } of asked) {
    const chosen = form.get(`colonne-${column}`) ?? '';
    if (chosen === '' && required) throw columnNeeded(column);
    if (chosen === '') continue;
    if (!found.includes(chosen)) throw formNotUnderstood();
    mapping[column] = chosen;
  }
  return mapping;
}
