import type { Kysely } from 'kysely';
import type { Schema } from '../../../platform/database/schema.ts';

/** What one version of a plan announced of one indicator. */
export interface Registration {
  readonly indicator: string;
  readonly version: number;
  readonly hash: string;
  readonly part: string;
  /** ISO 8601. */
  readonly registeredAt: string;
  /** The day the effects were first looked at, when they already had been; null: registered before looking. */
  readonly lookedOn: string | null;
}

/** Everything the plans of a service announced, the oldest first. */
export async function registrationsOf(db: Kysely<Schema>, service: string): Promise<readonly Registration[]> {
  const rows = await db
    .selectFrom('plan_registration')
    .selectAll()
    .where('service', '=', service)
    .orderBy('version')
    .orderBy('indicator')
    .execute();
  return rows.map(({ indicator, version, hash, part, registered_at, looked_on }) => ({
    indicator,
    version,
    hash,
    part,
    registeredAt: registered_at,
    lookedOn: looked_on,
  }));
}
