import type { Source } from '../../../plan/plan.ts';
import { collectPath } from '../../team/paths.ts';
import { collectAddress, exampleRow } from '../example-row.ts';

interface Props {
  readonly secret: string;
  readonly address: string;
  readonly source: Source;
  readonly asked: { readonly service: string; readonly origins: readonly string[] };
}

export function NewCollectionKeyPage({ secret, address, source, asked: { service, origins } }: Props) {
  const to = collectAddress(address, service, source.name);
  const row = JSON.stringify(exampleRow(source));
  return (
    <>
      <h1>Voici votre clé de collecte</h1>
      <p>
        Copiez-la maintenant&nbsp;: elle ne sera plus jamais affichée. Foulée n’en garde qu’une empreinte.
      </p>
      <p>
        <code class="whole">{secret}</code>
      </p>
      {origins.length === 0 ? (
        <>
          <h2>Pour essayer, dans un terminal</h2>
          <pre>
            <code>{`curl ${to} \\
  -H 'Authorization: Bearer ${secret}' \\
  -H 'Content-Type: application/json' \\
  -d '${row}'`}</code>
          </pre>
        </>
      ) : (
        <>
          <h2>Dans la page</h2>
          <pre>
            <code>{`import { collect } from '@foulee/sdk';

const collector = collect({
  to: '${to}',
  key: '${secret}',
});
collector.track(${row});`}</code>
          </pre>
          <p>
            L’identifiant de la personne vient de votre service&nbsp;: donnez à la page un pseudonyme à vous,
            jamais une adresse de courriel ni un numéro.
          </p>
        </>
      )}
      <p>
        <a class="fr-link" href={collectPath(service)}>
          C’est fait, revenir à la collecte
        </a>
      </p>
    </>
  );
}
