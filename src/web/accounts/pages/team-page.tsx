import type { SignedIn } from '../../../platform/accounts/find-session.ts';
import { roleNames } from '../../../platform/accounts/roles.ts';
import { grantPath, grantPlaceName } from '../place-path.ts';

/** Where someone who is signed in can go. */
export function TeamPage({ account, audit }: { readonly account: SignedIn; readonly audit: boolean }) {
  return (
    <>
      <h1>Espace des équipes</h1>
      {account.grants.length === 0 ? (
        <p>
          Votre compte n’a encore aucun rôle. Demandez une invitation à la personne qui administre votre
          service, à l’adresse {account.email ?? 'que vous utilisez'}.
        </p>
      ) : (
        <ul>
          {account.grants.map((grant) => (
            <li>
              <a href={grantPath(grant)}>{grantPlaceName(grant)}</a> ({roleNames[grant.role].name})
            </li>
          ))}
        </ul>
      )}
      <ul>
        <li>
          <a href="/mon-compte">Mon compte</a>
        </li>
        {audit && (
          <li>
            <a href="/equipe/journal">Journal d’audit</a>
          </li>
        )}
      </ul>
    </>
  );
}
