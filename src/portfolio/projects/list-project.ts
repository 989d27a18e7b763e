import type { Database } from '../../platform/database/database.ts';
import { createService } from '../create-service.ts';
import { InvalidPlan } from '../plans/plan-refusals.ts';
import { readPlanOf } from '../plans/read-plan-of.ts';
import { receivedOnline } from '../plans/received-online.ts';
import { type PlanAuthor, savePlanVersion } from '../plans/save-plan-version.ts';
import { isServiceId } from '../service-id.ts';
import type { WholeProject } from './answers.ts';
import { projectPlan } from './project-plan.ts';

interface ProjectToList {
  readonly name: string;
  readonly whole: WholeProject;
  /** The identifier the service is listed under. */
  readonly id: string;
}

/**
 * Lists the service of a finished project, its plan as first version, whose sources the site receives. Refuses an
 * identifier already taken, or that is not one; a plan that could not be saved lists nothing.
 */
export async function listProject(
  db: Database,
  { name, whole, id }: ProjectToList,
  author: PlanAuthor,
): Promise<void> {
  const text = isServiceId(id) ? receivedOnline(projectPlan(name, whole, id)) : '';
  if (text !== '') {
    const { plan, problems } = readPlanOf(id, text);
    if (plan === null) throw new InvalidPlan(problems);
  }
  await createService(db, { id, name }, author);
  await savePlanVersion(db, { service: id, text, note: 'Plan du projet', after: 0 }, author);
}
