import { Hono } from 'hono';
import { tryAdmission } from '../../publish/admit/admit-publication.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import type { AccountEnv, AccountParts } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { authorOf } from './author-of.ts';
import { PreviewPage } from './pages/preview-page.tsx';
import { draftPath, spacePath } from './paths.ts';
import { findDraft, keepDraft, takeDraft } from './publications/drafts.ts';
import { publishSubmitted } from './publications/publish-submitted.ts';
import { draftGone, noFile } from './refusals.ts';

/** A file sent, what the public would read of it, and the agreement that publishes it. */
export function publishingRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, onPublish, layout: Layout } = parts;
  const routes = new Hono<AccountEnv>();
  const ledger = databaseLedger(context.db);
  const today = () => context.now().slice(0, 10);

  routes.post('/equipe/services/:service/publications', async (request) => {
    const account = signedIn(request);
    const service = request.req.param('service');
    await authorOf(context, account, 'publish', service);
    const text = request.get('form').get('fichier') ?? '';
    if (text === '') throw noFile();
    await tryAdmission(ledger, { text, service, today: today() });
    const draft = await keepDraft(context, { service, account: account.id }, text);
    return request.redirect(draftPath(service, draft), 303);
  });

  routes.get('/equipe/services/:service/essais/:draft', async (request) => {
    const account = signedIn(request);
    const { service, draft } = request.req.param();
    const { place } = await authorOf(context, account, 'publish', service);
    const text = await findDraft(context, { service, account: account.id }, draft);
    if (text === null) throw draftGone();
    return request.html(
      <Layout title="Ce que le public lira" path={draftPath(service, draft)}>
        <PreviewPage
          service={{ id: service, name: place.name }}
          draft={draft}
          publication={await tryAdmission(ledger, { text, service, today: today() })}
          today={today()}
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  routes.post('/equipe/services/:service/essais/:draft/publier', async (request) => {
    const account = signedIn(request);
    const { service, draft } = request.req.param();
    await authorOf(context, account, 'publish', service);
    const text = await takeDraft(context, { service, account: account.id }, draft);
    if (text === null) throw draftGone();
    const { bundle } = await publishSubmitted(context, account, { service, text });
    onPublish();
    return request.redirect(`${spacePath(service)}?publiee=${bundle.number}`, 303);
  });

  routes.post('/equipe/services/:service/essais/:draft/abandonner', async (request) => {
    const account = signedIn(request);
    const { service, draft } = request.req.param();
    await authorOf(context, account, 'publish', service);
    await takeDraft(context, { service, account: account.id }, draft);
    return request.redirect(spacePath(service), 303);
  });
  return routes;
}
