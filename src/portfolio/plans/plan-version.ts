import type { Kysely, Selectable } from 'kysely';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { PlanVersionTable } from '../../platform/database/tables/plans.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A plan as it was saved one day; the last one is the plan of its service. */
export interface PlanVersion {
  /** 1 for the first of the service. */
  readonly version: number;
  /** Byte for byte as it was written. */
  readonly text: string;
  /** What measures call it by. */
  readonly hash: string;
  /** An account id, `key:<id>` or `foulee`; never shown to the public. */
  readonly author: string;
  /** Why it changed, in the words of its author; empty when nothing was said. */
  readonly note: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

export interface CurrentPlan extends PlanVersion {
  readonly plan: Plan;
}

/** The plan of a service, read; null when none was saved. Refuses one that this version of Foulée no longer reads. */
export async function currentPlan(db: Kysely<Schema>, service: string): Promise<CurrentPlan | null> {
  const latest = await latestVersion(db, service);
  if (latest === null) return null;
  const { plan } = readPlan(latest.text);
  if (plan !== null) return { ...latest, plan };
  throw new Refusal(
    'plan',
    `Le plan enregistré pour ce service (version ${latest.version}) n’est plus lisible par cette version de Foulée.`,
    'Rien n’est perdu. Ouvrez-le dans l’éditeur : les lignes à reprendre y sont montrées.',
  );
}

/** The last version as it was saved; null when there is none. */
export async function latestVersion(db: Kysely<Schema>, service: string): Promise<PlanVersion | null> {
  const row = await versionsOf(db, service).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : versionOf(row);
}

/** One version of the plan of a service; null when there is none of that number. */
export async function planVersion(
  db: Kysely<Schema>,
  service: string,
  version: number,
): Promise<PlanVersion | null> {
  const row = await versionsOf(db, service).where('number', '=', version).executeTakeFirst();
  return row === undefined ? null : versionOf(row);
}

/** Every version of the plan of a service, the latest first. */
export async function planVersions(db: Kysely<Schema>, service: string): Promise<readonly PlanVersion[]> {
  return (await versionsOf(db, service).orderBy('number', 'desc').execute()).map(versionOf);
}

const versionsOf = (db: Kysely<Schema>, service: string) =>
  db.selectFrom('plan_version').selectAll().where('service', '=', service);

type Row = Selectable<PlanVersionTable>;

const versionOf = ({ number, text, hash, author, note, created_at }: Row): PlanVersion => ({
  version: number,
  text,
  hash,
  author,
  note,
  savedAt: created_at,
});
