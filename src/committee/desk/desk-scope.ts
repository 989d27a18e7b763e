import { type RawBuilder, sql } from 'kysely';
import { type Grant, may } from '../../platform/accounts/roles.ts';

/** The services a desk holds: all of them, or those given one by one and those of some organisations. */
export type DeskScope =
  | 'all'
  | { readonly services: readonly string[]; readonly organisations: readonly string[] };

/** What these roles let one see; an account without role sees nothing. */
export function deskScope(grants: readonly Grant[]): DeskScope {
  const seen = grants.filter((grant) => {
    const organisations = grant.organisation === null ? [] : [grant.organisation];
    return may([grant], 'see', { service: grant.service, organisations });
  });
  if (seen.some(({ service, organisation }) => service === null && organisation === null)) return 'all';
  return {
    services: seen.flatMap(({ service }) => service ?? []),
    organisations: seen.flatMap(({ service, organisation }) =>
      service === null ? (organisation ?? []) : [],
    ),
  };
}

/** The same as a condition on a column that holds the identifier of a service. */
export function inScope(scope: DeskScope, column: 'id' | 'service_id'): RawBuilder<boolean> {
  if (scope === 'all') return sql<boolean>`true`;
  return sql<boolean>`(${sql.ref(column)} = any(${[...scope.services]}) or ${sql.ref(column)} in (
    select link.service_id from service_organisation link
    where link.organisation_id = any(${[...scope.organisations]})))`;
}
