import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

export interface AuditEvent {
  readonly at: string;
  /** An account id, `key:<id>`, or `foulee` for what the software does by itself. Never an e-mail address. */
  readonly actor: string;
  readonly action: string;
  readonly object: readonly [kind: string, id: string];
  readonly service?: string | null;
  readonly organisation?: string | null;
  readonly outcome?: 'done' | 'refused';
  /** Codes and ids only: the log is kept when people are erased. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes one line of the audit log, in the transaction of the change it tells. */
export async function recordAudit(db: Kysely<Schema>, event: AuditEvent): Promise<void> {
  const [kind, id] = event.object;
  await db
    .insertInto('audit_entry')
    .values({
      at: event.at,
      actor: event.actor,
      action: event.action,
      object_kind: kind,
      object_id: id,
      service: event.service ?? null,
      organisation: event.organisation ?? null,
      outcome: event.outcome ?? 'done',
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}
