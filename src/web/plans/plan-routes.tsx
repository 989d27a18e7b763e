import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { may } from '../../platform/accounts/roles.ts';
import { caseOf } from '../../portfolio/cases/library.ts';
import { draftFromCase, firstDraft } from '../../portfolio/plans/first-draft.ts';
import { InvalidPlan, PlanConflict } from '../../portfolio/plans/plan-refusals.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { savePlanVersion } from '../../portfolio/plans/save-plan-version.ts';
import { textDifference } from '../../portfolio/plans/text-difference.ts';
import { serviceDetails } from '../../portfolio/queries/service-details.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { scriptPolicy } from '../http/security-headers.ts';
import { checkPlan } from './check/plan-check.ts';
import { type Edition, readEdition, unix } from './edition.ts';
import { formShown } from './form/form-shown.ts';
import { planForm } from './form/plan-form.ts';
import { liveChecks } from './live-checks.ts';
import {
  Conflict,
  FileRead,
  Invalid,
  NoForm,
  NotApplied,
  PartChanged,
  ReadOnly,
} from './pages/editor-messages.tsx';
import { EditorPage, Saved } from './pages/editor-page.tsx';
import { editorScriptPath, planPath } from './paths.ts';
import { fileTooLarge, noPlanYet } from './plan-refusals.ts';
import { lastMeasure } from './sentence/last-measure.ts';

const largestPlan = 1_000_000;

interface Shown {
  readonly text: string;
  readonly note?: string;
  readonly byForm?: boolean;
  /** The case the text comes from. */
  readonly chosen?: string;
  /** What was sent by the form. */
  readonly edition?: Edition;
  readonly message?: Child;
  readonly status?: 200 | 409 | 422;
  /** Compare with what is saved: someone else wrote meanwhile. */
  readonly conflict?: boolean;
}

/** The plan of a service in the team space: read by those who see it, written by its members. */
export function planRoutes({ context, address, onPublish, layout: Layout }: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();

  const placeOf = async (request: AccountRequest) => {
    const id = request.req.param('service') ?? '';
    const account = signedIn(request);
    const place = await requirePermission(context, account, 'see', { kind: 'service', id });
    return { id, name: place.name, mayEdit: may(account.grants, 'edit-plan', place.target) };
  };

  const editor = async (request: AccountRequest, shown: Shown) => {
    const { id, name, mayEdit } = await placeOf(request);
    const latest = await latestVersion(context.db, id);
    const sections = shown.byForm === true ? planForm(shown.text) : null;
    const noForm = shown.byForm === true && sections === null;
    request.header('content-security-policy', scriptPolicy);
    return request.html(
      <Layout title={`Plan de mesure, ${name}`} path={planPath(id)}>
        <EditorPage
          service={{ id, name }}
          latest={latest}
          text={shown.text}
          check={checkPlan(id, shown.text)}
          last={await lastMeasure(context.db, id)}
          form={sections === null ? null : formShown(sections, shown.edition)}
          note={shown.note ?? ''}
          chosen={shown.chosen ?? null}
          mayEdit={mayEdit}
          token={formToken(request, address)}
          message={noForm ? <NoForm /> : shown.message}
          conflict={
            shown.conflict === true && latest !== null ? textDifference(latest.text, shown.text) : null
          }
        />
      </Layout>,
      shown.status ?? 200,
    );
  };

  const savedText = async (id: string, chosen: string | undefined): Promise<string> => {
    const latest = await latestVersion(context.db, id);
    if (latest !== null) return latest.text;
    const details = await serviceDetails(context.db, id, context.now().slice(0, 10));
    if (details === null) throw new Error(`service ${id} is not in the portfolio`);
    const known = { ...details, organisation: details.organisations[0]?.name ?? null };
    const example = chosen === undefined ? null : caseOf(chosen);
    return example === null ? firstDraft(known) : draftFromCase(example, known);
  };

  routes.get('/equipe/services/:service/plan', async (request) => {
    const { id, mayEdit } = await placeOf(request);
    const saved = Number(request.req.query('enregistree'));
    const message = saved > 0 ? <Saved version={saved} /> : mayEdit ? null : <ReadOnly />;
    const chosen = request.req.query('cas');
    return editor(request, {
      text: await savedText(id, chosen),
      ...(chosen !== undefined && { chosen }),
      byForm: request.req.query('vue') === 'formulaire',
      message,
    });
  });

  routes.post('/equipe/services/:service/plan', async (request) => {
    const { id } = await placeOf(request);
    const edition = readEdition(request);
    const { text, note, doing, view } = edition;
    const byForm = doing === 'formulaire' || (doing !== 'texte' && view === 'formulaire');
    const shown = { text, note, byForm, edition };
    if (edition.refused.length > 0)
      return editor(request, {
        ...shown,
        byForm: true,
        message: <NotApplied edition={edition} />,
        status: 422,
      });
    if (edition.part !== null)
      return editor(request, {
        ...shown,
        message: <PartChanged part={edition.part} />,
        status: edition.part.kind === 'done' ? 200 : 422,
      });
    if (doing !== 'enregistrer') return editor(request, shown);
    const account = signedIn(request);
    await requirePermission(context, account, 'edit-plan', { kind: 'service', id });
    try {
      const author = { actor: account.id, at: context.now() };
      const { version } = await savePlanVersion(
        context.db,
        { service: id, text, note, after: edition.after },
        author,
      );
      onPublish();
      return request.redirect(`${planPath(id)}?enregistree=${version.version}&vue=${view}`, 303);
    } catch (error) {
      if (error instanceof InvalidPlan) {
        const unsaid = checkPlan(id, text).problems.length === 0 ? error.problems : [];
        return editor(request, { ...shown, message: <Invalid unsaid={unsaid} />, status: 422 });
      }
      if (error instanceof PlanConflict) {
        return editor(request, {
          text,
          note,
          message: <Conflict what={error.message} />,
          conflict: true,
          status: 409,
        });
      }
      throw error;
    }
  });

  routes.post('/equipe/services/:service/plan/fichier', async (request) => {
    const { id } = await placeOf(request);
    await requirePermission(context, signedIn(request), 'edit-plan', { kind: 'service', id });
    const text = unix(request.get('form').get('fichier') ?? '');
    if (text.length > largestPlan) throw fileTooLarge();
    return editor(request, { text, message: <FileRead /> });
  });

  routes.get('/equipe/services/:service/plan/impact.yaml', async (request) => {
    const { id } = await placeOf(request);
    const latest = await latestVersion(context.db, id);
    if (latest === null) throw noPlanYet();
    return planFile(request, latest.text);
  });

  routes.get(editorScriptPath, (request) =>
    request.body(`(${liveChecks.toString()})()`, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  return routes;
}

/** A plan to keep on one's own machine. */
export const planFile = (request: AccountRequest, text: string): Response =>
  request.body(text, 200, {
    'content-type': 'application/yaml; charset=utf-8',
    'content-disposition': 'attachment; filename="impact.yaml"',
  });
