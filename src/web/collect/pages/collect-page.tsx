import type { Source } from '../../../plan/plan.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { PostForm, SubmitButton, TextField } from '../../accounts/form-parts.tsx';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Select } from '../../dsfr/select.tsx';
import { Table } from '../../dsfr/table.tsx';
import { planPath } from '../../plans/paths.ts';
import { collectPath, spacePath } from '../../team/paths.ts';
import type { ListedCollectionKey } from '../collection-keys.ts';
import { collectAddress, fieldsOf } from '../example-row.ts';

interface Props {
  readonly service: string;
  readonly name: string;
  /** Of the site. */
  readonly address: string;
  readonly sources: readonly Source[];
  readonly keys: readonly ListedCollectionKey[];
  readonly token: string;
  readonly mayManage: boolean;
}

export function CollectPage(props: Props) {
  const { service, name, address, sources, keys, token, mayManage } = props;
  return (
    <>
      <p>
        <a href={spacePath(service)}>{name}</a>
      </p>
      <h1>Collecte</h1>
      <p>
        Les usages et les effets peuvent arriver d’eux-mêmes, ligne après ligne. À l’arrivée, Foulée ne garde
        que les champs nommés par le plan&nbsp;; chaque identifiant est remplacé par un pseudonyme avant
        d’être écrit, et le reste de la ligne est oublié.
      </p>
      <h2>Ce qui est reçu</h2>
      <Table
        id="sources"
        cards
        caption="Sources reçues par le réseau"
        columns={['Source', 'Adresse où envoyer', 'Champs gardés']}
        rows={sources.map((source) => [
          source.name,
          <code>{collectAddress(address, service, source.name)}</code>,
          fieldsOf(source).join(', '),
        ])}
        empty="Rien pour l’instant : aucune source du plan n’est reçue en ligne."
      />
      <p>
        Une source se déclare dans <a href={`${planPath(service)}?vue=formulaire`}>le plan de mesure</a>
        &nbsp;: choisissez «&nbsp;reçues en ligne&nbsp;» pour ses lignes, puis enregistrez.
      </p>
      <h2>Clés de collecte</h2>
      <Table
        id="cles"
        cards
        caption="Clés qui peuvent envoyer des lignes, et rien d’autre"
        columns={['Nom', 'Source', 'Envoie depuis', 'Dernier envoi', 'Action']}
        rows={keys.map((key) => [
          <>
            {key.name}
            <br />
            <code>{key.prefix}…</code>
          </>,
          key.source,
          key.origins.length === 0 ? 'un serveur' : key.origins.join(', '),
          key.lastUsedOn === null ? 'aucun' : frenchDay(key.lastUsedOn),
          <KeyState listed={key} service={service} token={token} mayManage={mayManage} />,
        ])}
        empty="Aucune."
      />
      {mayManage && sources.length > 0 && <KeyForm service={service} sources={sources} token={token} />}
    </>
  );
}

interface KeyStateProps extends Pick<Props, 'service' | 'token' | 'mayManage'> {
  readonly listed: ListedCollectionKey;
}

function KeyState({ listed, service, token, mayManage }: KeyStateProps) {
  const { id, name, revokedAt } = listed;
  if (revokedAt !== null) return <>Révoquée le {frenchInstant(revokedAt)}</>;
  if (!mayManage) return <>En service</>;
  return (
    <PostForm action={`${collectPath(service)}/cles/${id}/revoquer`} token={token}>
      <SubmitButton secondary about={name}>
        Révoquer
      </SubmitButton>
    </PostForm>
  );
}

function KeyForm({ service, sources, token }: Pick<Props, 'service' | 'sources' | 'token'>) {
  return (
    <>
      <h3>Créer une clé</h3>
      <PostForm action={`${collectPath(service)}/cles`} token={token}>
        <TextField name="name" label="Qui enverra" hint="Par exemple : serveur de production" />
        <Select
          name="source"
          label="Vers quelle source"
          options={sources.map(({ name }) => ({ value: name, text: name }))}
        />
        <TextField
          name="origins"
          label="Depuis quelles pages web (facultatif)"
          hint="Laissez vide pour un serveur. Pour une page, l’adresse de son site : https://mon-service.gouv.fr. Une clé de page est visible de tous ceux qui l’ouvrent."
          optional
        />
        <SubmitButton>Créer la clé</SubmitButton>
      </PostForm>
    </>
  );
}
