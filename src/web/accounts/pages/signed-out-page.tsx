/** After signing out here, the way to sign out at the identity provider too. */
export function ProviderLogoutPage({
  provider,
  address,
}: {
  readonly provider: string;
  readonly address: string;
}) {
  return (
    <>
      <h1>Vous êtes déconnecté de Foulée</h1>
      <p>Vous êtes peut-être encore connecté à {provider}, sur cet ordinateur.</p>
      <p>
        <a class="fr-btn" href={address}>
          Me déconnecter aussi de {provider}
        </a>
      </p>
      <p>
        <a class="fr-link" href="/">
          Revenir à l’accueil
        </a>
      </p>
    </>
  );
}
