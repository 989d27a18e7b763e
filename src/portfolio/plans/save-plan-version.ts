import { sql } from 'kysely';
import { planHash } from '../../measure/plan-hash.ts';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import { letterCaseChange } from './letter-case-change.ts';
import { InvalidPlan, noSuchService, PlanConflict } from './plan-refusals.ts';
import { latestVersion, type PlanVersion } from './plan-version.ts';
import { readPlanOf } from './read-plan-of.ts';
import { registerPlan } from './registration/register-plan.ts';

export interface PlanToSave {
  readonly service: string;
  /** YAML or JSON, kept byte for byte. */
  readonly text: string;
  /** Why it changes. */
  readonly note?: string;
  /** The version this text was written from; 0: there was none. */
  readonly after: number;
}

/** Who saves: an account id, `key:<id>` or `foulee`; when, ISO 8601. */
export interface PlanAuthor {
  readonly actor: string;
  readonly at: string;
}

/**
 * Saves a text as the plan of a service, in one transaction with its line of the audit log. The text that is already
 * the plan is not saved twice (`saved` false). Refuses with `InvalidPlan` what is not a plan of this service, or gives
 * people already received other pseudonyms, and with
 * `PlanConflict` when another version was saved since `after`.
 */
export async function savePlanVersion(
  db: Database,
  { service, text, note = '', after }: PlanToSave,
  { actor, at }: PlanAuthor,
): Promise<{ readonly version: PlanVersion; readonly saved: boolean }> {
  const reading = readPlanOf(service, text);
  const { plan } = reading;
  if (plan === null) throw new InvalidPlan(reading.problems);
  return db.transaction().execute(async (transaction) => {
    // One version of a service at a time, on whatever connection: the next waits, then sees this one.
    await sql`select pg_advisory_xact_lock(hashtext(${`plan ${service}`}))`.execute(transaction);
    const listed = await transaction
      .selectFrom('service')
      .select('id')
      .where('id', '=', service)
      .executeTakeFirst();
    if (listed === undefined) throw noSuchService();
    const current = await latestVersion(transaction, service);
    if (current !== null && current.text === text) return { version: current, saved: false };
    if ((current?.version ?? 0) !== after) throw new PlanConflict(text, current);
    const changes = current === null ? [] : letterCaseChange(current.text, reading);
    if (changes.length > 0) throw new InvalidPlan(changes);
    const version: PlanVersion = {
      version: after + 1,
      text,
      hash: planHash(plan),
      author: actor,
      note: note.trim(),
      savedAt: at,
    };
    await transaction
      .insertInto('plan_version')
      .values({
        service,
        number: version.version,
        text,
        hash: version.hash,
        author: actor,
        note: version.note,
        created_at: at,
      })
      .execute();
    await registerPlan(transaction, { service, version: version.version, plan, at });
    await recordAudit(transaction, {
      at,
      actor,
      action: 'plan.save',
      object: ['plan', version.hash],
      service,
      detail: { version: version.version },
    });
    return { version, saved: true };
  });
}
