import { Hono } from 'hono';
import { z } from 'zod';
import { formNotUnderstood, notAllowed, notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { Refusal } from '../../platform/refusal.ts';
import { correctPublication, entryToCorrect, reasonIn } from '../../publish/correct-publication.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { authorOf } from './author-of.ts';
import { CorrectionPage } from './pages/correction-page.tsx';
import { correctionPath, spacePath } from './paths.ts';

const numberShape = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const kindShape = z.enum(['correction', 'withdrawal']);
const permissions = { correction: 'correct', withdrawal: 'withdraw' } as const;

/** Says beside a publication what was wrong in it, or takes it down, with a reason. */
export function correctionRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, onPublish, layout: Layout } = parts;
  const routes = new Hono<AccountEnv>();
  const ledger = databaseLedger(context.db);
  const path = '/equipe/services/:service/publications/:number/corriger';

  /** The publication, when there is one that still stands. */
  const publicationAt = async (request: AccountRequest) => {
    const service = request.req.param('service') ?? '';
    const account = signedIn(request);
    const place = await requirePermission(context, account, 'see', { kind: 'service', id: service });
    const number = numberShape.safeParse(request.req.param('number'));
    const entries = number.success ? await ledger.entries(service) : [];
    if (!entries.some(({ publication }) => publication.bundle.number === number.data)) throw notFoundHere();
    const { publication } = await entryToCorrect(ledger, service, number.data ?? null);
    return { service: { id: service, name: place.name }, publication, target: place.target, account };
  };

  const form = async (request: AccountRequest, written = '', error: string | null = null) => {
    const { service, publication, target, account } = await publicationAt(request);
    const mayCorrect = may(account.grants, 'correct', target);
    const mayWithdraw = may(account.grants, 'withdraw', target);
    if (!mayCorrect && !mayWithdraw) throw notAllowed();
    return request.html(
      <Layout title="Corriger ou retirer" path={correctionPath(service.id, publication.bundle.number)}>
        <CorrectionPage
          service={service}
          publication={publication}
          token={formToken(request, address)}
          mayCorrect={mayCorrect}
          mayWithdraw={mayWithdraw}
          written={written}
          error={error}
        />
      </Layout>,
      error === null ? 200 : 422,
    );
  };

  routes.get(path, (request) => form(request));
  routes.post(path, async (request) => {
    const kind = kindShape.safeParse(request.get('form').get('nature'));
    if (!kind.success) throw formNotUnderstood();
    const { service, publication } = await publicationAt(request);
    const { author } = await authorOf(context, signedIn(request), permissions[kind.data], service.id);
    const written = request.get('form').get('raison') ?? '';
    const wrong = wrongIn(written);
    if (wrong !== null) return form(request, written, wrong);
    const { number } = publication.bundle;
    await correctPublication(
      ledger,
      { service: service.id, number, kind: kind.data, reason: written },
      author,
    );
    onPublish();
    return request.redirect(spacePath(service.id), 303);
  });
  return routes;
}

/** What is wrong with a reason, in French; null: nothing. */
function wrongIn(reason: string): string | null {
  try {
    reasonIn(reason);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
