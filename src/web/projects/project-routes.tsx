import { Hono } from 'hono';
import { findPlace } from '../../platform/accounts/place.ts';
import { notFoundHere } from '../../platform/accounts/refusals.ts';
import { requirePermission } from '../../platform/accounts/require-permission.ts';
import { installation, may } from '../../platform/accounts/roles.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  nextStep,
  type ProjectAnswers,
  type ProjectStep,
  projectSteps,
  wholeProject,
} from '../../portfolio/projects/answers.ts';
import {
  createProject,
  deleteProject,
  findProject,
  type Project,
  projectsOf,
  saveStep,
} from '../../portfolio/projects/keep-project.ts';
import { listProject } from '../../portfolio/projects/list-project.ts';
import { projectPlan, serviceIdOf } from '../../portfolio/projects/project-plan.ts';
import type { Fields } from '../../portfolio/projects/read-answers.ts';
import type { AccountEnv, AccountParts, AccountRequest } from '../accounts/account-parts.ts';
import { formToken } from '../accounts/form-token.ts';
import { signedIn } from '../accounts/with-account.ts';
import { spacePath } from '../team/paths.ts';
import { ProjectPage } from './pages/project-page.tsx';
import { ProjectsPage } from './pages/projects-page.tsx';
import { StepPage, stepTitles } from './pages/step-page.tsx';
import { projectPath, projectsPath, stepPath } from './paths.ts';
import type { Problems } from './project-fields.tsx';
import { readStep, StepFields, writtenBefore } from './steps.tsx';

/** The guided path of a service to come: five steps kept one by one, then the plan, the projection, the checklist. */
export function projectRoutes({
  context,
  address,
  onPublish,
  layout: Layout,
}: AccountParts): Hono<AccountEnv> {
  const routes = new Hono<AccountEnv>();
  const { db } = context;
  const owner = (request: AccountRequest) => ({ account: signedIn(request).id, at: context.now() });
  const found = async (request: AccountRequest): Promise<Project> => {
    const project = await findProject(db, request.req.param('project') ?? '', owner(request).account);
    if (project === null) throw notFoundHere();
    return project;
  };
  const stepOf = (request: AccountRequest): ProjectStep => {
    const asked = projectSteps.find((step) => step === request.req.param('step'));
    if (asked === undefined) throw notFoundHere();
    return asked;
  };

  routes.get(projectsPath, async (request) =>
    request.html(
      <Layout title="Projeter votre service" path={projectsPath}>
        <ProjectsPage
          projects={await projectsOf(db, owner(request).account)}
          token={formToken(request, address)}
        />
      </Layout>,
    ),
  );

  routes.post(projectsPath, async (request) => {
    const written = (request.get('form').get('name') ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
    const id = await createProject(db, written.slice(0, 100) || 'Mon service', owner(request));
    return request.redirect(stepPath(id, 'effet'), 303);
  });

  const projectPage = async (request: AccountRequest, asked: string | null, error: Refusal | null) => {
    const project = await found(request);
    const next = nextStep(project.answers);
    const whole = wholeProject(project.answers);
    if (next !== null || whole === null) return request.redirect(stepPath(project.id, next ?? 'effet'), 303);
    const { grants } = signedIn(request);
    const id = asked ?? serviceIdOf(project.name);
    const place = await findPlace(context, { kind: 'service', id });
    const listing = {
      mayList: may(grants, 'manage-members', installation),
      id,
      isListed: place !== null && may(grants, 'see', place.target),
      error: error && { what: error.message, advice: error.advice },
    };
    return request.html(
      <Layout title={project.name} path={projectPath(project.id)}>
        <ProjectPage project={project} whole={whole} listing={listing} token={formToken(request, address)} />
      </Layout>,
      error === null ? 200 : 422,
    );
  };
  routes.get(`${projectsPath}/:project`, (request) => projectPage(request, null, null));

  routes.post(`${projectsPath}/:project/inscrire`, async (request) => {
    const project = await found(request);
    const whole = wholeProject(project.answers);
    if (whole === null) throw notFoundHere();
    const { account: actor, at } = owner(request);
    await requirePermission(context, signedIn(request), 'manage-members', { kind: 'installation' });
    const id = (request.get('form').get('id') ?? '').trim().slice(0, 200);
    try {
      await listProject(context.db, { name: project.name, whole, id }, { actor, at });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return projectPage(request, id, error);
    }
    onPublish();
    return request.redirect(spacePath(id), 303);
  });

  routes.get(`${projectsPath}/:project/impact.yaml`, async (request) => {
    const { name, answers } = await found(request);
    const whole = wholeProject(answers);
    if (whole === null) throw notFoundHere();
    return request.body(projectPlan(name, whole), 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': 'attachment; filename="impact.yaml"',
    });
  });

  routes.post(`${projectsPath}/:project/supprimer`, async (request) => {
    const { id } = await found(request);
    await deleteProject(db, id, owner(request).account);
    return request.redirect(projectsPath, 303);
  });

  const stepPage = (
    request: AccountRequest,
    { project, step }: { readonly project: Project; readonly step: ProjectStep },
    field: Fields,
    problems: Problems,
  ) =>
    request.html(
      <Layout title={stepTitles[step]} path={stepPath(project.id, step)}>
        <StepPage project={project} step={step} token={formToken(request, address)} problems={problems}>
          <StepFields step={step} answers={project.answers} field={field} problems={problems} />
        </StepPage>
      </Layout>,
      Object.keys(problems).length === 0 ? 200 : 422,
    );

  routes.get(`${projectsPath}/:project/:step`, async (request) => {
    const step = stepOf(request);
    const project = await found(request);
    return stepPage(request, { project, step }, writtenBefore(project.answers), {});
  });

  routes.post(`${projectsPath}/:project/:step`, async (request) => {
    const step = stepOf(request);
    const project = await found(request);
    const field: Fields = (name) => request.get('form').get(name) ?? '';
    const { answer, problems } = readStep(step, field);
    if (answer === null) return stepPage(request, { project, step }, field, problems);
    if (!(await saveStep(db, project.id, answer, owner(request)))) throw notFoundHere();
    return request.redirect(after(project, step, answer), 303);
  });
  return routes;
}

/** Where going on leads: the next step not answered yet, else the project. */
function after(project: Project, step: ProjectStep, answer: ProjectAnswers): string {
  const next = nextStep({ ...project.answers, ...answer });
  if (next === null) return projectPath(project.id);
  const following = projectSteps[projectSteps.indexOf(step) + 1];
  return stepPath(project.id, following ?? next);
}
