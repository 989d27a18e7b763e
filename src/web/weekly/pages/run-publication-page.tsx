import { Alert } from '../../dsfr/alert.tsx';
import { runPublicationPath, weekPath } from '../paths.ts';

interface Props {
  readonly service: { readonly id: string; readonly name: string };
  /** Why it could not be prepared, and what to do; null: it is on its way. */
  readonly problem: string | null;
}

/** While a publication is prepared, or when it could not be. */
export function RunPublicationPage({ service, problem }: Props) {
  return (
    <>
      <p>
        <a href={weekPath(service.id)}>La foulée de la semaine</a>
      </p>
      <h1>Publier ce chiffre</h1>
      {problem === null ? (
        <>
          <Alert kind="info" title="La publication se prépare">
            <p>
              Foulée recompte, cherche ce qui pourrait désigner quelqu’un et le masque. Quelques secondes le
              plus souvent, quelques minutes si les données sont nombreuses. Rien n’est encore publié.
            </p>
          </Alert>
          <p>
            <a class="fr-btn" href={runPublicationPath(service.id)}>
              Voir où elle en est
            </a>
          </p>
        </>
      ) : (
        <>
          <Alert kind="error" title="Ce chiffre n’est pas publié">
            <p>{problem}</p>
          </Alert>
          <p>
            <a class="fr-btn" href={weekPath(service.id)}>
              Revenir à la foulée
            </a>
          </p>
        </>
      )}
    </>
  );
}
