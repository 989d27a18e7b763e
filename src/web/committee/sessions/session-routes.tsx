import { Hono } from 'hono';
import { z } from 'zod';
import type { CommitteeEvidence } from '../../../committee/evidence/evidence.ts';
import { readFrozenEvidence } from '../../../committee/evidence/freeze-evidence.ts';
import { gatherEvidence } from '../../../committee/evidence/gather-evidence.ts';
import { checkDue } from '../../../committee/sessions/check-due.ts';
import { resultVerdicts } from '../../../committee/sessions/decision-words.ts';
import { freezeSession } from '../../../committee/sessions/freeze-session.ts';
import { knownFigures } from '../../../committee/sessions/known-figures.ts';
import { lookBack } from '../../../committee/sessions/look-back.ts';
import { addObjective, removeObjective } from '../../../committee/sessions/objectives.ts';
import { changeSession, giveUpSession, moveSession } from '../../../committee/sessions/prepare-session.ts';
import { readDecisions } from '../../../committee/sessions/read-decisions.ts';
import { sayResult } from '../../../committee/sessions/results.ts';
import type { CommitteeSession } from '../../../committee/sessions/session.ts';
import { formNotUnderstood } from '../../../platform/accounts/refusals.ts';
import { parisDay } from '../../../platform/paris-time.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../../accounts/account-parts.ts';
import { formToken } from '../../accounts/form-token.ts';
import { signedIn } from '../../accounts/with-account.ts';
import { readObjectiveForm } from './objective-form.ts';
import { SessionPage } from './pages/session-page.tsx';
import { committeesPath, sessionPath } from './paths.ts';
import { committeePlace, preparingPlace, sessionAt } from './session-place.ts';

const resultShape = z.enum(resultVerdicts);

/** One committee, from its preparation to the freeze of what is known. */
export function sessionRoutes({ context, address, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const { db } = context;
  const path = '/equipe/services/:service/comites/:session';
  const today = () => parisDay(context.now());

  routes.get(path, async (request) => {
    const service = request.req.param('service');
    const place = await committeePlace(context, signedIn(request), service);
    const session = await sessionAt(context, service, request.req.param('session'));
    const decisions = session.decision === null ? [] : await readDecisions(db, [service]);
    const decision = decisions.find(({ id }) => id === session.decision) ?? null;
    const months = decision === null ? null : checkDue(decision, today());
    return request.html(
      <Layout title={`Comité – ${place.service.name}`} path={sessionPath(service, session.id)}>
        <SessionPage
          place={place}
          session={session}
          evidence={await evidenceOf(session)}
          known={await knownFigures(db, service, session.frozen?.day ?? today())}
          decision={decision}
          due={
            decision === null || months === null
              ? null
              : { months, found: await lookBack(db, decision, session, today()) }
          }
          today={today()}
          token={formToken(request, address)}
        />
      </Layout>,
    );
  });

  const evidenceOf = async ({ service, frozen }: CommitteeSession): Promise<CommitteeEvidence> =>
    frozen === null ? gatherEvidence(db, service, today()) : readFrozenEvidence(frozen);

  /** Who prepares, and what; refuses who may not, and what is not there. */
  const preparing = async (request: AccountRequest) => {
    const service = request.req.param('service') ?? '';
    const { author } = await preparingPlace(context, signedIn(request), service);
    const session = await sessionAt(context, service, request.req.param('session') ?? '');
    return { author, session, form: request.get('form'), page: sessionPath(service, session.id) };
  };

  routes.post(path, async (request) => {
    const { session, form, page } = await preparing(request);
    await changeSession(db, session, {
      plannedOn: form.get('jour') ?? '',
      moneyEndsOn: form.get('argent') ?? '',
      question: form.get('question') ?? '',
    });
    return request.redirect(page, 303);
  });

  routes.post(`${path}/deplacer`, async (request) => {
    const { session, form, page } = await preparing(request);
    await moveSession(db, session, form.get('jour') ?? '');
    return request.redirect(page, 303);
  });

  routes.post(`${path}/renoncer`, async (request) => {
    const { session, author } = await preparing(request);
    await giveUpSession(db, session, author);
    return request.redirect(committeesPath(session.service), 303);
  });

  routes.post(`${path}/objectifs`, async (request) => {
    const { session, author, form, page } = await preparing(request);
    const known = await knownFigures(db, session.service, today());
    await addObjective(db, session, readObjectiveForm(form, known), author);
    return request.redirect(`${page}#prochains-objectifs`, 303);
  });

  routes.post(`${path}/objectifs/:objective/retirer`, async (request) => {
    const { session, page } = await preparing(request);
    await removeObjective(db, session, request.req.param('objective'));
    return request.redirect(`${page}#prochains-objectifs`, 303);
  });

  routes.post(`${path}/resultats`, async (request) => {
    const { session, author, form, page } = await preparing(request);
    const verdict = resultShape.safeParse(form.get('resultat'));
    if (!verdict.success) throw formNotUnderstood();
    const said = {
      objective: form.get('objectif') ?? '',
      verdict: verdict.data,
      word: form.get('mot') ?? '',
    };
    await sayResult(db, { ...session, last: session.lastObjectives }, said, author);
    return request.redirect(`${page}#derniers-objectifs`, 303);
  });

  routes.post(`${path}/figer`, async (request) => {
    const { session, author, page } = await preparing(request);
    await freezeSession(db, session, await gatherEvidence(db, session.service, today()), author);
    return request.redirect(page, 303);
  });
  return routes;
}
