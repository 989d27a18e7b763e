import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type ProjectAnswers, projectAnswers } from './answers.ts';

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly answers: ProjectAnswers;
  /** ISO 8601. */
  readonly updatedAt: string;
}

interface Owner {
  readonly account: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Begins a project, seen by this account alone; gives its identifier. */
export async function createProject(db: Database, name: string, { account, at }: Owner): Promise<string> {
  const id = newId();
  await db
    .insertInto('project_draft')
    .values({ id, account, name, answers: '{}', created_at: at, updated_at: at })
    .execute();
  return id;
}

/** The projects of an account, the last touched first. */
export async function projectsOf(db: Database, account: string): Promise<readonly Project[]> {
  const rows = await owned(db, account).orderBy('updated_at', 'desc').execute();
  return rows.map(toProject);
}

/** The project of that account; null when it has none of that identifier. */
export async function findProject(db: Database, id: string, account: string): Promise<Project | null> {
  const row = await owned(db, account).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

/** Keeps the answers of one step beside the others; false when the account has no such project. */
export function saveStep(
  db: Database,
  id: string,
  answers: ProjectAnswers,
  { account, at }: Owner,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const row = await transaction
      .selectFrom('project_draft')
      .select('answers')
      .where('id', '=', id)
      .where('account', '=', account)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return false;
    const merged = { ...projectAnswers.parse(row.answers), ...answers };
    await transaction
      .updateTable('project_draft')
      .set({ answers: JSON.stringify(projectAnswers.parse(merged)), updated_at: at })
      .where('id', '=', id)
      .execute();
    return true;
  });
}

/** Forgets a project; false when the account has no such project. */
export async function deleteProject(db: Database, id: string, account: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('project_draft')
    .where('id', '=', id)
    .where('account', '=', account)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

const owned = (db: Database, account: string) =>
  db
    .selectFrom('project_draft')
    .select(['id', 'name', 'answers', 'updated_at'])
    .where('account', '=', account);

function toProject(row: { id: string; name: string; answers: unknown; updated_at: string }): Project {
  return {
    id: row.id,
    name: row.name,
    answers: projectAnswers.parse(row.answers),
    updatedAt: row.updated_at,
  };
}
