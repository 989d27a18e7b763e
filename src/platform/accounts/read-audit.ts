import type { AccountContext } from './context.ts';

const pageLength = 50;

export interface AuditLine {
  readonly number: number;
  readonly at: string;
  readonly actor: string;
  /** The address of who did it, while their account exists. */
  readonly who: string | null;
  readonly action: string;
  readonly object: string;
  readonly where: string | null;
  readonly outcome: 'done' | 'refused';
}

/** The audit log, latest first, before line `before` when it is given. */
export async function readAudit({ db }: AccountContext, before: number | null): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('account', 'account.id', 'audit_entry.actor')
    .select([
      'number',
      'at',
      'actor',
      'account.email as who',
      'action',
      'object_kind',
      'object_id',
      'outcome',
    ])
    .select(['service', 'organisation'])
    .orderBy('number', 'desc')
    .limit(pageLength);
  if (before !== null) query = query.where('number', '<', before);
  const rows = await query.execute();
  return rows.map(({ object_kind, object_id, service, organisation, ...row }) => ({
    ...row,
    object: `${object_kind} ${object_id}`,
    where: service ?? organisation,
  }));
}
