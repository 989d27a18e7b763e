import { PostForm, SubmitButton, TextField } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { spacePath } from '../../team/paths.ts';
import { projectPath } from '../paths.ts';

/** Where the service of a project stands: already listed, to be listed here, or to be listed by someone else. */
export interface Listing {
  readonly mayList: boolean;
  /** The identifier asked for, or the one proposed. */
  readonly id: string;
  /** A service this account sees is listed under that identifier. */
  readonly isListed: boolean;
  readonly error: { readonly what: string; readonly advice: string } | null;
}

interface Props extends Listing {
  readonly project: string;
  readonly token: string;
}

/** From a project to a service that is measured: one button, or whom to ask. */
export function ListSection({ project, token, mayList, id, isListed, error }: Props) {
  return (
    <>
      <h2 id="inscrire">Commencer à mesurer</h2>
      {error !== null && (
        <Alert kind="error" title={error.what}>
          <p>{error.advice}</p>
        </Alert>
      )}
      {isListed && error === null ? (
        <p>
          Un service est inscrit sous l’identifiant «&nbsp;{id}&nbsp;»&nbsp;:{' '}
          <a href={spacePath(id)}>ouvrir son espace</a>.
        </p>
      ) : mayList ? (
        <>
          <p>
            Le service est inscrit avec ce plan comme première version&nbsp;; ses données se déposeront sur ce
            site. Son nom paraît aussitôt dans la liste publique, avec la mention «&nbsp;Pas encore
            mesuré&nbsp;».
          </p>
          <PostForm action={`${projectPath(project)}/inscrire`} token={token}>
            <TextField
              name="id"
              label="Son identifiant"
              hint="Il paraît dans l’adresse de sa page et ne change plus : lettres sans accent, chiffres, tirets"
              value={id}
            />
            <SubmitButton>Inscrire ce service</SubmitButton>
          </PostForm>
        </>
      ) : (
        <p>
          Inscrire un service revient aux administrateurs de ce site. Téléchargez le plan ci-dessous et
          envoyez-le à l’un d’eux, en demandant d’inscrire «&nbsp;{id}&nbsp;» et de vous inviter dans son
          équipe&nbsp;: vous y déposerez ce plan vous-même.
        </p>
      )}
    </>
  );
}
