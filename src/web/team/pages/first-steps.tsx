/** What an administrator does on a new site, in order. */
export function FirstSteps() {
  return (
    <section aria-labelledby="premiers-pas">
      <h2 id="premiers-pas">Par où commencer</h2>
      <ol>
        <li>
          <strong>Inscrire vos services.</strong> Un par un&nbsp;:{' '}
          <a href="/equipe/nouveau-service">inscrire un service</a>. Ou tous à la fois, dans un terminal, le
          site arrêté s’il tient sa base lui-même&nbsp;:
          <pre>
            <code>foulee portfolio import startups.json</code>
          </pre>
        </li>
        <li>
          <strong>Inviter les équipes.</strong> Chaque service a sa page d’équipe&nbsp;; les autres
          administrateurs s’invitent depuis <a href="/equipe/membres">toute l’installation</a>.
        </li>
        <li>
          <strong>Mesurer, là où sont les données.</strong> L’équipe écrit son plan, à partir d’
          <a href="/cas">un cas réel</a> qui ressemble au sien, puis essaie&nbsp;:
          <pre>
            <code>foulee publish impact.yaml --dry-run --output publication.json</code>
          </pre>
        </li>
        <li>
          <strong>Publier.</strong> Envoyez ce fichier depuis la page du service&nbsp;: vous lirez d’abord ce
          que le public lira. Rien n’est publié avant votre accord.
        </li>
      </ol>
    </section>
  );
}
