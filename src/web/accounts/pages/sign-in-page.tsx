import { PostForm, SubmitButton, TextField } from '../form-parts.tsx';

interface Props {
  readonly token: string;
  readonly returnTo: string;
  /** Name of the identity provider, when there is one. */
  readonly provider: string | null;
  /** Whether links can be sent by e-mail. */
  readonly mail: boolean;
}

export function SignInPage({ token, returnTo, provider, mail }: Props) {
  return (
    <>
      <h1>Se connecter</h1>
      <p>
        Les pages publiques se lisent sans compte. La connexion sert aux équipes qui mesurent, publient et
        décident.
      </p>
      {provider !== null && (
        <>
          <h2>Avec {provider}</h2>
          <p>
            <a class="fr-btn" href={`/connexion/fournisseur?suite=${encodeURIComponent(returnTo)}`}>
              S’identifier avec {provider}
            </a>
          </p>
        </>
      )}
      {mail && (
        <>
          <h2>Par courriel</h2>
          <PostForm action="/connexion" token={token} hidden={{ suite: returnTo }}>
            <TextField
              name="email"
              label="Votre adresse de courriel professionnelle"
              hint="Format attendu : prenom.nom@exemple.gouv.fr"
              type="email"
              autocomplete="email"
            />
            <SubmitButton>Recevoir un lien de connexion</SubmitButton>
          </PostForm>
        </>
      )}
      {!mail && provider === null && (
        <p>
          Ce site ne peut pas encore envoyer de lien de connexion : son serveur de courriel n’est pas réglé.
          Prévenez la personne qui l’a installé.
        </p>
      )}
    </>
  );
}

/** The same words whether the address has an account or not. */
export function LinkSentPage() {
  return (
    <>
      <h1>Regardez vos courriels</h1>
      <p>
        Si cette adresse a un compte ou une invitation, un lien de connexion vient de lui être envoyé. Il sert
        une seule fois, pendant quinze minutes.
      </p>
      <p>
        Rien reçu dans cinq minutes ? Regardez dans les indésirables. Sinon, cette adresse n’a sans doute pas
        encore d’accès : demandez une invitation à la personne qui administre votre service.
      </p>
      <p>
        <a class="fr-link" href="/connexion">
          Revenir à la connexion
        </a>
      </p>
    </>
  );
}

interface ConfirmProps {
  readonly token: string;
  readonly link: string;
  readonly asksForEmail: boolean;
}

/** Opening the link does nothing by itself: mail programs open links to check them. */
export function ConfirmPage({ token, link, asksForEmail }: ConfirmProps) {
  return (
    <>
      <h1>{asksForEmail ? 'Devenir administrateur' : 'Confirmer la connexion'}</h1>
      <p>
        {asksForEmail
          ? 'Ce lien donne tous les droits sur cette installation de Foulée. Il sert une seule fois.'
          : 'Appuyez sur le bouton pour vous connecter dans ce navigateur.'}
      </p>
      <PostForm action="/connexion/confirmer" token={token} hidden={{ jeton: link }}>
        {asksForEmail && (
          <TextField
            name="email"
            label="Votre adresse de courriel professionnelle"
            hint="Elle servira à vous connecter ensuite. Format attendu : prenom.nom@exemple.gouv.fr"
            type="email"
            autocomplete="email"
          />
        )}
        <SubmitButton>Me connecter</SubmitButton>
      </PostForm>
    </>
  );
}
