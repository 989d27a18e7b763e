import type { listMembers } from '../../../platform/accounts/list-members.ts';
import type { Place } from '../../../platform/accounts/place.ts';
import { offeredRoles, roleNames } from '../../../platform/accounts/roles.ts';
import { Select } from '../../dsfr/select.tsx';
import { Table } from '../../dsfr/table.tsx';
import { spacePath } from '../../team/paths.ts';
import { PostForm, SubmitButton, TextField } from '../form-parts.tsx';
import { frenchInstant } from '../french-instant.ts';
import { placePath } from '../place-path.ts';
import { SiretSection } from './siret-section.tsx';

interface Props {
  readonly place: Place;
  readonly name: string;
  readonly people: Awaited<ReturnType<typeof listMembers>>;
  /** Tied to the organisation; null: the place is not one. */
  readonly sirets: readonly string[] | null;
  readonly token: string;
  readonly mayManage: boolean;
  readonly mayTie: boolean;
  readonly mayMakeKeys: boolean;
}

const titles = {
  service: 'Équipe du service',
  organisation: 'Équipe de l’organisation',
  installation: 'Équipe de',
};

export function MembersPage(props: Props) {
  const { place, name, people, sirets, token, mayManage, mayTie, mayMakeKeys } = props;
  const path = placePath(place);
  const { members, invited } = people;
  const action = (route: string, label: string, about: string) =>
    mayManage ? (
      <PostForm action={`${path}/${route}`} token={token}>
        <SubmitButton secondary about={about}>
          {label}
        </SubmitButton>
      </PostForm>
    ) : (
      '—'
    );
  return (
    <>
      <p>
        {place.kind === 'service' ? (
          <a href={spacePath(place.id)}>{name}</a>
        ) : (
          <a href="/equipe">Mes services</a>
        )}
      </p>
      <h1>
        {titles[place.kind]} {name}
      </h1>
      <Table
        id="membres"
        caption="Qui a un rôle ici"
        columns={['Personne', 'Rôle', 'Action']}
        rows={members.map(({ membership, name: who, email, role }) => {
          const person = who ?? email ?? 'Adresse non communiquée';
          return [person, roleNames[role].name, action(`${membership}/retirer`, 'Retirer', person)];
        })}
        empty="Personne n’a de rôle donné ici même. Les administrateurs de l’organisation ou de l’installation y ont accès."
      />
      {mayManage && (
        <Table
          id="invitations"
          caption="Invitations qui attendent"
          columns={['Adresse', 'Rôle', 'Valable jusqu’au', 'Action']}
          rows={invited.map(({ id, email, role, expiresAt }) => [
            email,
            roleNames[role].name,
            frenchInstant(expiresAt),
            action(`invitations/${id}/retirer`, 'Annuler', email),
          ])}
          empty="Aucune invitation n’attend de réponse."
        />
      )}
      {mayManage && <InviteForm path={path} token={token} installation={place.kind === 'installation'} />}
      {mayManage && sirets !== null && (
        <SiretSection sirets={sirets} path={path} token={token} mayTie={mayTie} />
      )}
      {mayMakeKeys && <KeyForm path={path} token={token} />}
    </>
  );
}

interface FormProps {
  readonly path: string;
  readonly token: string;
}

function InviteForm({ path, token, installation }: FormProps & { readonly installation: boolean }) {
  const roles = offeredRoles.filter((role) => !installation || role === 'administrator');
  return (
    <>
      <h2>Inviter quelqu’un</h2>
      <PostForm action={path} token={token}>
        <TextField name="email" label="Son adresse de courriel professionnelle" type="email" />
        <Select
          name="role"
          label="Son rôle"
          options={roles.map((value) => ({ value, text: roleNames[value].name }))}
        />
        <ul>
          {roles.map((role) => (
            <li>
              <strong>{roleNames[role].name}</strong>&nbsp;: {roleNames[role].does}.
            </li>
          ))}
        </ul>
        <SubmitButton>Envoyer l’invitation</SubmitButton>
      </PostForm>
    </>
  );
}

function KeyForm({ path, token }: FormProps) {
  return (
    <>
      <h2>Créer une clé d’API</h2>
      <p>Une clé laisse un programme mesurer et publier ici à votre place, tant que vous en avez le droit.</p>
      <PostForm action={`${path}/cles`} token={token}>
        <TextField name="name" label="À quoi elle servira" hint="Par exemple : mesure de chaque lundi" />
        <SubmitButton>Créer la clé</SubmitButton>
      </PostForm>
    </>
  );
}

export function NewKeyPage({ secret, path }: { readonly secret: string; readonly path: string }) {
  return (
    <>
      <h1>Voici votre clé</h1>
      <p>
        Copiez-la maintenant et rangez-la dans un coffre : elle ne sera plus jamais affichée. Foulée n’en
        garde qu’une empreinte.
      </p>
      <p>
        <code>{secret}</code>
      </p>
      <p>
        <a class="fr-link" href={path}>
          C’est fait, revenir à l’équipe
        </a>
      </p>
    </>
  );
}
