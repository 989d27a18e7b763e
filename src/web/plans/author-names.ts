import type { AccountContext } from '../../platform/accounts/context.ts';

/**
 * How those who saved plans are called: their name or address while their account exists, for who may see the members;
 * `une personne de l’équipe` for others.
 */
export async function namesOf(
  { db }: Pick<AccountContext, 'db'>,
  { actors, mayTakePart }: { readonly actors: readonly string[]; readonly mayTakePart: boolean },
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>([['foulee', 'Foulée']]);
  for (const actor of actors) if (actor.startsWith('key:')) names.set(actor, 'une clé d’API');
  const ids = [...new Set(actors)].filter((actor) => !names.has(actor));
  if (ids.length === 0) return names;
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids)
    .execute();
  for (const { id, name, email } of rows) {
    const known = name ?? email;
    if (known !== null) names.set(id, mayTakePart ? known : 'une personne de l’équipe');
  }
  return names;
}
