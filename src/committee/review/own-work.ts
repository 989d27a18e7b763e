import type { Kysely } from 'kysely';
import type { Grant, Target } from '../../platform/accounts/roles.ts';
import type { Schema } from '../../platform/database/schema.ts';

/** Why an account may not review a service: it would judge its own work. */
export type OwnWork = 'wrote-plan' | 'published' | 'in-team';

export const ownWorkSentences: Readonly<Record<OwnWork, string>> = {
  'wrote-plan': 'Vous avez écrit une version de ce plan.',
  published: 'Vous avez publié un chiffre de ce service.',
  'in-team': 'Vous êtes membre de l’équipe de ce service.',
};

interface Asker {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/**
 * Nobody reviews their own work. Barred from every review of a service: who saved any version of its plan, who published
 * anything of it (with their session or with an API key of theirs), and who is of its team: a member of the service or of
 * an organisation that carries it, or an administrator of that very service. Null: not barred.
 */
export async function ownWorkOf(
  db: Kysely<Schema>,
  { id, grants }: Asker,
  target: Target,
): Promise<OwnWork | null> {
  if (isOfTeam(grants, target)) return 'in-team';
  if (target.service === null) return null;
  return (await ownWorks(db, id, [target.service])).get(target.service) ?? null;
}

/** A member who reaches the service, or who administers it and nothing wider. */
export function isOfTeam(grants: readonly Grant[], { service, organisations }: Target): boolean {
  return grants.some((grant) => {
    if (grant.role === 'member')
      return grant.service === null
        ? organisations.includes(grant.organisation ?? '')
        : grant.service === service;
    return grant.role === 'administrator' && grant.service !== null && grant.service === service;
  });
}

/** Of these services, those whose plan or figures an account wrote. */
export async function ownWorks(
  db: Kysely<Schema>,
  account: string,
  services: readonly string[],
): Promise<ReadonlyMap<string, OwnWork>> {
  if (services.length === 0) return new Map();
  const keys = await db.selectFrom('api_key').select('id').where('account', '=', account).execute();
  const actors = [account, ...keys.map(({ id }) => `key:${id}`)];
  const published = await db
    .selectFrom('audit_entry')
    .select('service')
    .distinct()
    .where('action', '=', 'publish')
    .where('outcome', '=', 'done')
    .where('actor', 'in', actors)
    .where('service', 'in', services)
    .execute();
  const written = await db
    .selectFrom('plan_version')
    .select('service')
    .distinct()
    .where('author', 'in', actors)
    .where('service', 'in', services)
    .execute();
  const found = new Map<string, OwnWork>();
  for (const { service } of published) if (service !== null) found.set(service, 'published');
  for (const { service } of written) found.set(service, 'wrote-plan');
  return found;
}
