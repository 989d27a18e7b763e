import { PostForm, SubmitButton, TextField } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';

interface Props {
  readonly token: string;
  readonly error: { readonly what: string; readonly advice: string } | null;
  readonly written: { readonly id: string; readonly name: string };
}

export function NewServicePage({ token, error, written }: Props) {
  return (
    <>
      <h1>Inscrire un service</h1>
      <p>
        Son nom paraît tout de suite dans la liste publique, avec la mention «&nbsp;Pas encore mesuré&nbsp;».
      </p>
      {error !== null && (
        <Alert kind="error" title={error.what}>
          <p>{error.advice}</p>
        </Alert>
      )}
      <PostForm action="/equipe/nouveau-service" token={token}>
        <TextField name="name" label="Son nom" value={written.name} />
        <TextField
          name="id"
          label="Son identifiant"
          hint="Celui de son plan de mesure (service.id), par exemple : la-bonne-boite"
          value={written.id}
        />
        <SubmitButton>Inscrire ce service</SubmitButton>
      </PostForm>
      <p>
        <a class="fr-link" href="/equipe">
          Revenir à mes services
        </a>
      </p>
    </>
  );
}
