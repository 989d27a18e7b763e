import { spacedSiret } from '../../../platform/accounts/siret.ts';
import { Table } from '../../dsfr/table.tsx';
import { PostForm, SubmitButton, TextField } from '../form-parts.tsx';

interface Props {
  readonly sirets: readonly string[];
  /** Address of the page of the organisation’s team. */
  readonly path: string;
  readonly token: string;
  /** Whether this account may tie and untie. */
  readonly mayTie: boolean;
}

/** Who may read without being invited: the SIRETs tied to an organisation. */
export function SiretSection({ sirets, path, token, mayTie }: Props) {
  return (
    <>
      <h2>Qui peut lire sans invitation</h2>
      <p>
        Une personne qui se connecte par ProConnect depuis un établissement relié ici voit l’espace des
        services de l’organisation, sans rien pouvoir y changer, et sans voir qui en est membre. Délier un
        SIRET y met fin tout de suite, même pour qui est déjà connecté.
      </p>
      <Table
        id="sirets"
        caption="SIRET reliés à cette organisation"
        columns={['SIRET', 'Action']}
        rows={sirets.map((siret) => [
          spacedSiret(siret),
          mayTie ? (
            <PostForm action={`${path}/sirets/${siret}/delier`} token={token}>
              <SubmitButton secondary about={spacedSiret(siret)}>
                Délier
              </SubmitButton>
            </PostForm>
          ) : (
            '—'
          ),
        ])}
        empty="Aucun SIRET n’est relié : il faut une invitation pour lire."
      />
      {mayTie ? (
        <PostForm action={`${path}/sirets`} token={token}>
          <TextField
            name="siret"
            label="SIRET à relier"
            hint="14 chiffres, par exemple 130 025 265 00013. Tout l’établissement pourra lire."
          />
          <SubmitButton>Relier ce SIRET</SubmitButton>
        </PostForm>
      ) : (
        <p>Seule une personne qui administre toute l’installation peut relier ou délier un SIRET.</p>
      )}
    </>
  );
}
