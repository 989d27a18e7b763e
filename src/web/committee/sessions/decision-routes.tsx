import { Hono } from 'hono';
import { z } from 'zod';
import { readFrozenEvidence } from '../../../committee/evidence/freeze-evidence.ts';
import { answerCondition } from '../../../committee/sessions/answer-condition.ts';
import { closeSession } from '../../../committee/sessions/close-session.ts';
import { completeDecision } from '../../../committee/sessions/complete-decision.ts';
import type { Decision } from '../../../committee/sessions/decision.ts';
import { checkVerdicts } from '../../../committee/sessions/decision-words.ts';
import { lookBack } from '../../../committee/sessions/look-back.ts';
import { readDecisions } from '../../../committee/sessions/read-decisions.ts';
import { alreadyDecided, evidenceNotFrozen, sessionIsClosed } from '../../../committee/sessions/refusals.ts';
import { takeDecision } from '../../../committee/sessions/take-decision.ts';
import { writeCheck } from '../../../committee/sessions/write-check.ts';
import { AccountRefusal, formNotUnderstood, notFoundHere } from '../../../platform/accounts/refusals.ts';
import { requirePermission } from '../../../platform/accounts/require-permission.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { readDecisionForm } from './decision-form.ts';
import { DecidePage } from './pages/decide-page.tsx';
import { decidePath, sessionPath } from './paths.ts';
import { committeePlace, preparingPlace, sessionAt } from './session-place.ts';

const entryShape = z.enum(['correction', 'addition', 'made-public']);
const checkShape = z.enum(checkVerdicts);

/** A decision: how it is taken or not, followed, completed and looked back at. */
export function decisionRoutes(parts: AccountParts): Hono<AccountEnv> {
  const { context, address, onPublish, layout: Layout } = parts;
  const { db } = context;
  const routes = new Hono<AccountEnv>();
  const path = '/equipe/services/:service/comites/:session';
  const today = () => parisDay(context.now());

  /** The committee, for who decides; refuses others, and once decided or before the freeze. */
  const deciding = async (request: AccountRequest) => {
    const id = request.req.param('service') ?? '';
    const account = signedIn(request);
    await requirePermission(context, account, 'decide', { kind: 'service', id });
    const { service, author } = await committeePlace(context, account, id);
    return { service, author, session: await sessionAt(context, id, request.req.param('session') ?? '') };
  };

  const form = async (
    request: AccountRequest,
    typed: ReadonlyMap<string, string> = new Map(),
    error: AccountRefusal | null = null,
  ) => {
    const { service, session } = await deciding(request);
    if (session.decision !== null) throw alreadyDecided();
    if (session.closed !== null) throw sessionIsClosed();
    if (session.frozen === null) throw evidenceNotFrozen();
    return request.html(
      <Layout title={`Décider – ${service.name}`} path={decidePath(service.id, session.id)}>
        <DecidePage
          name={service.name}
          session={session}
          evidence={readFrozenEvidence(session.frozen)}
          today={today()}
          token={formToken(request, address)}
          typed={typed}
          error={error}
        />
      </Layout>,
      error === null ? 200 : 422,
    );
  };

  routes.get(`${path}/decider`, (request) => form(request));
  routes.post(`${path}/decider`, async (request) => {
    const { session, author } = await deciding(request);
    try {
      const decision = readDecisionForm(request.get('form'));
      await takeDecision(db, session, decision, { author, today: today() });
      if (decision.isPublic) onPublish();
    } catch (error) {
      if (!(error instanceof AccountRefusal) || error.status !== 422) throw error;
      return form(request, request.get('form'), error);
    }
    return request.redirect(sessionPath(session.service, session.id), 303);
  });

  routes.post(`${path}/clore`, async (request) => {
    const { session, author } = await deciding(request);
    const form = request.get('form');
    await closeSession(
      db,
      session,
      { reason: form.get('raison') ?? '', heldOn: form.get('jour') ?? '' },
      author,
    );
    return request.redirect(sessionPath(session.service, session.id), 303);
  });

  /** The decision of a committee; refuses when there is none. */
  const decided = async (service: string, session: string): Promise<Decision> => {
    const decisions = await readDecisions(db, [service]);
    const found = decisions.find((decision) => decision.session === session);
    if (found === undefined) throw notFoundHere();
    return found;
  };

  routes.post(`${path}/decision`, async (request) => {
    const { session, author } = await deciding(request);
    const kind = entryShape.safeParse(request.get('form').get('nature'));
    if (!kind.success) throw formNotUnderstood();
    const decision = await decided(session.service, session.id);
    const text = request.get('form').get('raison') ?? '';
    await completeDecision(db, decision, { kind: kind.data, text }, author);
    if (decision.isPublic || kind.data === 'made-public') onPublish();
    return request.redirect(sessionPath(session.service, session.id), 303);
  });

  routes.post(`${path}/conditions`, async (request) => {
    const { author, session, decision } = await following(request);
    const [form, met] = [request.get('form'), request.get('form').get('remplie')];
    if (met !== 'oui' && met !== 'non') throw formNotUnderstood();
    const answer = {
      condition: form.get('condition') ?? '',
      isMet: met === 'oui',
      word: form.get('mot') ?? '',
    };
    await answerCondition(db, session.service, answer, author);
    if (decision.isPublic) onPublish();
    return request.redirect(`${sessionPath(session.service, session.id)}#decision`, 303);
  });

  routes.post(`${path}/relecture`, async (request) => {
    const { author, session, decision } = await following(request);
    const form = request.get('form');
    const verdict = checkShape.safeParse(form.get('verdict'));
    if (!verdict.success) throw formNotUnderstood();
    const found = await lookBack(db, decision, session, today());
    const said = { verdict: verdict.data, word: form.get('mot') ?? '', found };
    await writeCheck(db, decision, said, { author, today: today() });
    if (decision.isPublic) onPublish();
    return request.redirect(`${sessionPath(session.service, session.id)}#decision`, 303);
  });

  const following = async (request: AccountRequest) => {
    const service = request.req.param('service') ?? '';
    const { author } = await preparingPlace(context, signedIn(request), service);
    const session = await sessionAt(context, service, request.req.param('session') ?? '');
    return { author, session, decision: await decided(service, session.id) };
  };
  return routes;
}
