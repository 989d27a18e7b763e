import { type Context, Hono } from 'hono';
import { collectApi } from '../collect/collect-api.ts';
import { collectRoutes } from '../collect/collect-routes.tsx';
import { depositRoutes } from '../collect/deposit-routes.tsx';
import { costRoutes } from '../committee/costs/cost-routes.tsx';
import { deskRoutes } from '../committee/desk/desk-routes.tsx';
import { dossierRoutes } from '../committee/dossier/dossier-routes.tsx';
import { reviewRoutes } from '../committee/review/review-routes.tsx';
import { talkRoutes } from '../committee/review/talk-routes.ts';
import { committeesRoutes } from '../committee/sessions/committees-routes.tsx';
import { decisionRoutes } from '../committee/sessions/decision-routes.tsx';
import { logRoutes } from '../committee/sessions/log-routes.tsx';
import { sessionRoutes } from '../committee/sessions/session-routes.tsx';
import { termsRoutes } from '../committee/terms/terms-routes.tsx';
import { planApi } from '../plans/plan-api.ts';
import { planRoutes } from '../plans/plan-routes.tsx';
import { versionRoutes } from '../plans/version-routes.tsx';
import { projectRoutes } from '../projects/project-routes.tsx';
import { publishingApi } from '../team/api/publishing-api.ts';
import { correctionRoutes } from '../team/correction-routes.tsx';
import { isDeposit, isUpload } from '../team/paths.ts';
import { publishingRoutes } from '../team/publishing-routes.tsx';
import { refusalOnPage } from '../team/refusals.ts';
import { spaceRoutes } from '../team/space-routes.tsx';
import { jobsRoutes } from '../weekly/jobs-routes.tsx';
import { reminderRoutes } from '../weekly/reminder-routes.tsx';
import { runPublicationRoutes } from '../weekly/run-publication-routes.tsx';
import { secretRoutes } from '../weekly/secret-routes.tsx';
import { weekRoutes } from '../weekly/week-routes.tsx';
import type { AccountEnv, AccountParts } from './account-parts.ts';
import { auditRoutes } from './audit-routes.tsx';
import { formTokenField } from './form-token.ts';
import { guardForms, limitBody } from './guard-forms.ts';
import { memberRoutes } from './member-routes.tsx';
import { myAccountRoutes } from './my-account-routes.tsx';
import { RefusalPage } from './pages/refusal-page.tsx';
import { providerRoutes } from './provider-routes.ts';
import { signInRoutes } from './sign-in-routes.tsx';
import { siretRoutes } from './siret-routes.ts';
import { askToSignIn, withAccount } from './with-account.ts';

/** Every address of this part of the site: what is sent there is guarded, and never kept by a cache. */
const guarded = ['/connexion/*', '/deconnexion', '/mon-compte/*', '/equipe/*'];
const personal = ['/mon-compte/*', '/equipe/*'];

/** The pages of accounts, to mount at the root of the site. A refusal is said on a page with the right status. */
export function accountRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { layout: Layout, log } = parts;
  const routes = new Hono<AccountEnv>();
  for (const path of guarded) {
    routes.use(path, async (request, next) => {
      await next();
      request.res.headers.set('cache-control', 'no-store');
    });
    routes.use(path, limitBody(parts.largestDeposit), withAccount(parts), guardForms(parts.address));
  }
  for (const path of personal) routes.use(path, askToSignIn);
  routes.route('/', signInRoutes(parts));
  routes.route('/', providerRoutes(parts));
  routes.route('/', myAccountRoutes(parts));
  routes.route('/', auditRoutes(parts));
  routes.route('/', memberRoutes(parts));
  routes.route('/', siretRoutes(parts));
  routes.route('/', spaceRoutes(parts));
  routes.route('/', projectRoutes(parts));
  routes.route('/', jobsRoutes(parts));
  routes.route('/', dossierRoutes(parts));
  routes.route('/', weekRoutes(parts));
  routes.route('/', runPublicationRoutes(parts));
  routes.route('/', reminderRoutes(parts));
  routes.route('/', secretRoutes(parts));
  routes.route('/', publishingRoutes(parts));
  routes.route('/', correctionRoutes(parts));
  routes.route('/', costRoutes(parts));
  routes.route('/', termsRoutes(parts));
  routes.route('/', planRoutes(parts));
  routes.route('/', versionRoutes(parts));
  routes.route('/', reviewRoutes(parts));
  routes.route('/', talkRoutes(parts));
  routes.route('/', planApi(parts));
  routes.route('/', publishingApi(parts));
  routes.route('/', deskRoutes(parts));
  routes.route('/', committeesRoutes(parts));
  routes.route('/', sessionRoutes(parts));
  routes.route('/', decisionRoutes(parts));
  routes.route('/', logRoutes(parts));
  routes.route('/', collectRoutes(parts));
  routes.route('/', depositRoutes(parts));
  routes.route('/', collectApi(parts));
  routes.onError((error, request) => {
    const refusal = refusalOnPage(error);
    if (refusal === null) throw error;
    if (error.cause !== undefined) log.warn({ err: error.cause }, 'connexion refusée');
    request.header('cache-control', 'no-store');
    return request.html(
      <Layout title={refusal.title} path={request.req.path}>
        <RefusalPage refusal={refusal} from={formPage(request, parts.address)} typed={typedTexts(request)} />
      </Layout>,
      refusal.status,
    );
  });
  return routes;
}

/** Shorter than this, a text is typed again at once. */
const worthKeeping = 20;

/** What someone wrote in the form they sent, as they wrote it; no token, no file. */
function typedTexts(request: Context<AccountEnv>): readonly string[] {
  const { path } = request.req;
  if (isUpload(path) || isDeposit(path)) return [];
  const form: ReadonlyMap<string, string> = request.get('form') ?? new Map();
  return [...form]
    .filter(([name, text]) => name !== formTokenField && text.includes(' ') && text.length > worthKeeping)
    .map(([, text]) => text);
}

/** Path of the page that sent a form; null when it is not one of the space of teams, or is not known. */
function formPage({ req }: Context, address: string): string | null {
  const from = req.header('referer') ?? '';
  if (req.method !== 'POST' || !from.startsWith(`${address}/equipe/`) || !URL.canParse(from)) return null;
  const { pathname, search } = new URL(from);
  return `${pathname}${search}`;
}
