import type { SignedIn } from '../../../platform/accounts/find-session.ts';
import type { ListedKey } from '../../../platform/accounts/list-api-keys.ts';
import type { OpenSession } from '../../../platform/accounts/list-sessions.ts';
import { roleNames } from '../../../platform/accounts/roles.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { Table } from '../../dsfr/table.tsx';
import { PostForm, SubmitButton } from '../form-parts.tsx';
import { frenchInstant } from '../french-instant.ts';
import { GrantPlace } from '../grant-place.tsx';
import { grantPlaceName } from '../place-path.ts';

interface Props {
  readonly account: SignedIn;
  readonly sessions: readonly OpenSession[];
  readonly keys: readonly ListedKey[];
  readonly token: string;
}

export function MyAccountPage({ account, sessions, keys, token }: Props) {
  return (
    <>
      <p>
        <a href="/equipe">Mes services</a>
      </p>
      <h1>Mon compte</h1>
      <ul>
        {account.name !== null && <li>Nom : {account.name}</li>}
        <li>Adresse : {account.email ?? 'non communiquée'}</li>
        {account.siret !== null && <li>Organisation (SIRET) : {account.siret}</li>}
      </ul>
      <PostForm action="/deconnexion" token={token}>
        <SubmitButton secondary>Me déconnecter</SubmitButton>
      </PostForm>
      <Roles account={account} />
      <Sessions sessions={sessions} current={account.session} token={token} />
      <Keys keys={keys} token={token} />
      <h2>Supprimer mon compte</h2>
      <p>
        Votre adresse, votre nom, vos rôles, vos connexions et vos clés sont effacés tout de suite et pour
        toujours. Le journal d’audit garde ce qui a été fait, sous un numéro qui ne dit pas qui vous êtes.
      </p>
      <p>
        <a class="fr-link" href="/mon-compte/supprimer">
          Supprimer mon compte…
        </a>
      </p>
    </>
  );
}

function Roles({ account }: Pick<Props, 'account'>) {
  return (
    <>
      <h2>Mes rôles</h2>
      <Table
        id="roles"
        caption="Ce que je peux faire, et où"
        columns={['Où', 'Rôle', 'Ce qu’il permet']}
        rows={account.grants.map((grant) => [
          <GrantPlace grant={grant} />,
          roleNames[grant.role].name,
          roleNames[grant.role].does,
        ])}
        empty="Aucun rôle pour l’instant : demandez une invitation à la personne qui administre votre service."
      />
    </>
  );
}

function Sessions({
  sessions,
  current,
  token,
}: {
  readonly sessions: readonly OpenSession[];
  readonly current: string;
  readonly token: string;
}) {
  return (
    <>
      <h2>Mes connexions</h2>
      <Table
        id="connexions"
        caption="Navigateurs où je suis connecté"
        columns={['Navigateur', 'Connecté le', 'Vu le', 'Action']}
        rows={sessions.map(({ id, device, createdAt, seenAt }) => [
          id === current ? `${device} (celui-ci)` : device,
          frenchInstant(createdAt),
          frenchInstant(seenAt),
          <PostForm action={`/mon-compte/connexions/${id}/fermer`} token={token}>
            <SubmitButton secondary about={device}>
              Fermer
            </SubmitButton>
          </PostForm>,
        ])}
        empty="Aucune."
      />
    </>
  );
}

function Keys({ keys, token }: Pick<Props, 'keys' | 'token'>) {
  return (
    <>
      <h2>Mes clés d’API</h2>
      <Table
        id="cles"
        caption="Clés que j’ai créées"
        columns={['Nom', 'Début', 'Pour', 'Créée le', 'Servie le', 'Action']}
        rows={keys.map(({ id, name, prefix, createdAt, revokedAt, lastUsedOn, ...place }) => [
          name,
          <code>{prefix}…</code>,
          grantPlaceName(place),
          frenchInstant(createdAt),
          lastUsedOn === null ? 'jamais' : frenchDay(lastUsedOn),
          revokedAt !== null ? (
            `Révoquée le ${frenchInstant(revokedAt)}`
          ) : (
            <PostForm action={`/mon-compte/cles/${id}/revoquer`} token={token}>
              <SubmitButton secondary about={name}>
                Révoquer
              </SubmitButton>
            </PostForm>
          ),
        ])}
        empty="Aucune. Une clé se crée depuis la page de l’équipe d’un service ou d’une organisation."
      />
    </>
  );
}

export function DeleteAccountPage({ token }: { readonly token: string }) {
  return (
    <>
      <h1>Supprimer mon compte</h1>
      <p>
        Cette suppression est immédiate et définitive. Vos clés d’API cessent de fonctionner. Ce que vous avez
        publié reste publié.
      </p>
      <PostForm action="/mon-compte/supprimer" token={token}>
        <SubmitButton>Supprimer définitivement mon compte</SubmitButton>
      </PostForm>
      <p>
        <a class="fr-link" href="/mon-compte">
          Garder mon compte
        </a>
      </p>
    </>
  );
}
