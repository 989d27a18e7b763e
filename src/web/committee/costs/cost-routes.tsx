import { Hono } from 'hono';
import { allocationsOf } from '../../../committee/costs/allocations.ts';
import { budgetHistory, budgetLines } from '../../../committee/costs/budget-lines.ts';
import { comparableCosts } from '../../../committee/costs/comparable-costs.ts';
import { costMoves } from '../../../committee/costs/cost-move.ts';
import { costPerEffect } from '../../../committee/costs/cost-per-effect.ts';
import { yearUntil } from '../../../committee/costs/figure-days.ts';
import { lastCommitteeDay } from '../../../committee/costs/last-committee.ts';
import { readBudgetCsv } from '../../../committee/costs/read-budget-csv.ts';
import { readLine } from '../../../committee/costs/read-line.ts';
import { notYet, recordBudget, withdrawBudgetLine } from '../../../committee/costs/record-budget.ts';
import { serviceCosts } from '../../../committee/costs/service-costs.ts';
import { removeAllocation, setAllocation } from '../../../committee/costs/set-allocation.ts';
import { formNotUnderstood } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { may } from '../../../platform/accounts/roles.ts';
import { withoutAccents } from '../../../portfolio/search-text.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { askedDay } from './asked-day.ts';
import { costedEffects } from './costed-effects.ts';
import { lineFields, writtenIn } from './line-form.ts';
import { BudgetPreviewPage } from './pages/budget-preview-page.tsx';
import { CostsPage, type SentForm } from './pages/costs-page.tsx';
import { readPart } from './part-form.ts';
import { costsPath } from './paths.ts';

const nothingSent: SentForm = { field: () => '', problems: {} };
const formSource = 'formulaire';
const fileSource = 'fichier déposé';

/** What a service costs: budgets written, deposited and withdrawn, shared between effects, and what they say. */
export function costRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, onPublish, layout: Layout } = parts;
  const { db } = context;
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/couts';
  const today = () => context.now().slice(0, 10);

  const seen = async (request: AccountRequest) => {
    const account = signedIn(request);
    const id = request.req.param('service') ?? '';
    const { name, target } = await requirePermission(context, account, 'see', { kind: 'service', id });
    const mayEdit = may(account.grants, 'edit-plan', target) || may(account.grants, 'decide', target);
    return { account, service: { id, name }, mayEdit };
  };
  /** The team and the sponsor write; others are refused as they are for the plan. */
  const edited = async (request: AccountRequest) => {
    const { account, service, mayEdit } = await seen(request);
    if (!mayEdit) await requirePermission(context, account, 'edit-plan', { kind: 'service', id: service.id });
    return { service, author: { actor: account.id, at: context.now() } };
  };
  const changed = (request: AccountRequest, where: string) => {
    onPublish();
    return request.redirect(where, 303);
  };

  const page = async (
    request: AccountRequest,
    sent: { readonly line?: SentForm; readonly part?: SentForm } = {},
  ) => {
    const { service, mayEdit } = await seen(request);
    const { id } = service;
    const asked = askedDay(request.req.query('depuis'), today());
    const since = asked.day ?? (await lastCommitteeDay(db, id, today()));
    const history = await budgetHistory(db, id);
    const costs = await costPerEffect(db, id, today());
    const links = await db.selectFrom('service').select('links').where('id', '=', id).executeTakeFirst();
    const { lignes, deja } = request.req.query();
    return request.html(
      <Layout title={`Coûts – ${service.name}`} path={costsPath(id)}>
        <CostsPage
          service={service}
          year={await serviceCosts(db, id, yearUntil(today()))}
          costs={costs}
          moves={since === null ? null : await costMoves(db, id, { since, day: today() })}
          since={asked.written || (since ?? '')}
          sinceFault={asked.fault}
          comparisons={await comparableCosts(db, id, today())}
          history={history}
          allocations={await allocationsOf(db, id)}
          effects={await costedEffects(db, id, costs)}
          budgetLink={links?.links.budget ?? null}
          token={formToken(request, address)}
          mayEdit={mayEdit}
          recorded={
            countIn(lignes) === null ? null : { lines: countIn(lignes) ?? 0, already: countIn(deja) ?? 0 }
          }
          line={sent.line ?? nothingSent}
          part={sent.part ?? nothingSent}
        />
      </Layout>,
      sent.line === undefined && sent.part === undefined && asked.fault === null ? 200 : 422,
    );
  };

  routes.get(path, (request) => page(request));

  routes.post(`${path}/lignes`, async (request) => {
    const { service, author } = await edited(request);
    const form = request.get('form');
    const read = readLine(writtenIn(form), { source: formSource, today: today() });
    if (read.kind === 'faults') {
      const names: Readonly<Record<string, string>> = lineFields;
      const problems = Object.fromEntries(
        read.faults.map(({ field, sentence }) => [names[field] ?? lineFields.from, sentence]),
      );
      return page(request, { line: { field: (name) => form.get(name) ?? '', problems } });
    }
    const { recorded, already } = await recordBudget(db, service.id, [read.line], author);
    return changed(request, `${costsPath(service.id)}?lignes=${recorded}&deja=${already}`);
  });

  routes.post(`${path}/lignes/:line/retirer`, async (request) => {
    const { service, author } = await edited(request);
    await withdrawBudgetLine(db, service.id, request.req.param('line'), author);
    return changed(request, `${costsPath(service.id)}#budgets`);
  });

  routes.get(`${path}/fichier`, async (request) => {
    const { service } = await seen(request);
    return request.redirect(`${costsPath(service.id)}#fichier-budget`, 303);
  });

  routes.post(`${path}/fichier`, async (request) => {
    const { service, author } = await edited(request);
    const form = request.get('form');
    const text = form.get('texte') ?? form.get('fichier') ?? '';
    const names = [service.id, service.name].map(withoutAccents);
    const read = readBudgetCsv(text, {
      source: fileSource,
      today: today(),
      isWanted: (written) => names.includes(withoutAccents(written)),
    });
    const rows = read.kind === 'rows' ? read.rows : [];
    const lines = rows.flatMap((row) => (row.read.kind === 'line' ? [row.read.line] : []));
    const ready = lines.length > 0 && lines.length === rows.length;
    if (ready && form.get('faire') === 'enregistrer') {
      const { recorded, already } = await recordBudget(db, service.id, lines, author);
      return changed(request, `${costsPath(service.id)}?lignes=${recorded}&deja=${already}`);
    }
    const fresh = notYet(lines, await budgetLines(db, service.id));
    return request.html(
      <Layout title={`Relire un budget – ${service.name}`} path={costsPath(service.id)}>
        <BudgetPreviewPage
          service={service}
          text={text}
          read={read}
          already={lines.length - fresh.length}
          token={formToken(request, address)}
        />
      </Layout>,
      ready ? 200 : 422,
    );
  });

  routes.post(`${path}/parts`, async (request) => {
    const { service, author } = await edited(request);
    const form = request.get('form');
    const effects = await costedEffects(db, service.id, await costPerEffect(db, service.id, today()));
    const read = readPart(form, effects, await allocationsOf(db, service.id));
    if (read.kind === 'faults')
      return page(request, { part: { field: (name) => form.get(name) ?? '', problems: read.problems } });
    await setAllocation(db, service.id, read.part, author);
    return changed(request, `${costsPath(service.id)}#parts`);
  });

  routes.post(`${path}/parts/retirer`, async (request) => {
    const { service, author } = await edited(request);
    const indicator = request.get('form').get('effet');
    if (indicator === undefined) throw formNotUnderstood();
    await removeAllocation(db, service.id, indicator, author);
    return changed(request, `${costsPath(service.id)}#parts`);
  });
  return routes;
}

const countIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : null;
