import { typeset } from '../../platform/french/typography.ts';
import { Table } from '../dsfr/table.tsx';
import type { Site } from '../layout/site.ts';
import { TextPage } from './text-page.tsx';

const addresses = [
  ['/api/v1/services', 'Tous les services, avec leur dernier chiffre (JSON)'],
  ['/api/v1/services.csv', 'La même liste, en tableau (CSV)'],
  ['/flux.atom', 'Tout ce qui est publié ou corrigé, de tous les services (Atom)'],
  [
    '/api/v1/schema-impact.csv',
    'Tous les chiffres, au schéma « impact d’un service public numérique » v0.5.0 (CSV)',
  ],
  ['/api/v1/services/{service}', 'Un service'],
  ['/api/v1/services/{service}/indicators', 'Ses indicateurs'],
  ['/api/v1/services/{service}/publications', 'Toutes ses publications'],
  ['/api/v1/services/{service}/publications/latest', 'La dernière publication, entière'],
  ['/api/v1/services/{service}/publications/{jour}', 'Ce qui était publié ce jour-là : 2026-11-23'],
  [
    '/api/v1/services/{service}/stats?periodicity=month&since=12',
    'La série attendue par le contrat « stats » de beta.gouv.fr',
  ],
  ['/api/v1/services/{service}/schema-impact.csv', 'Tous ses chiffres, au schéma v0.5.0 (CSV)'],
  ['/api/v1/services/{service}/costs', 'Ce que coûtent le service, un usage et un effet'],
  ['/api/v1/services/{service}/budget.csv', 'Les lignes de son budget'],
  ['/api/v1/corrections', 'Le registre des corrections'],
  ['/services/{service}/flux.atom', 'Le flux Atom de ses publications et corrections'],
  ['/services/{service}/badge.svg', 'Son badge, à poser sur un autre site'],
  ['/services/{service}/integration', 'Sa phrase, à montrer dans un cadre d’un autre site'],
  ['/services/{service}/image.png', 'Sa phrase en image, pour un partage'],
] as const;

/** What can be taken, where, and under what licence. */
export function OpenDataPage({ site }: { readonly site: Site }) {
  return (
    <TextPage
      site={site}
      title="Les données ouvertes"
      description="Tous les chiffres publiés ici se téléchargent, avec leur méthode, leur intervalle et leur date."
      path="/donnees-ouvertes"
    >
      <p class="mission">
        Tout chiffre montré sur ce site peut être téléchargé, refait et réutilisé, sans inscription.
      </p>
      <ul>
        <li>Licence&nbsp;: Licence Ouverte Etalab 2.0.</li>
        <li>
          Aucune donnée individuelle&nbsp;: ne sortent que des comptes, après secret statistique (
          <a href="/methodes/secret-statistique">comment</a>).
        </li>
        <li>
          Une publication est figée et porte une empreinte. <code>foulee verify</code> refait son chiffre à
          partir de ses comptes.
        </li>
        <li>Lecture depuis n’importe quel site (CORS), sans clé, avec ETag et compression.</li>
      </ul>
      <h2>Les adresses</h2>
      <Table
        id="adresses"
        cards
        caption="Adresses de lecture, stables"
        columns={['Adresse', 'Ce qu’on y trouve']}
        rows={addresses.map(([address, what]) => [
          address.includes('{') ? (
            <Address text={address} />
          ) : (
            <a href={address}>
              <Address text={address} />
            </a>
          ),
          typeset(what),
        ])}
      />
      <p>
        Description complète, lisible par une machine&nbsp;: <a href="/api/v1/openapi.json">openapi.json</a>.
      </p>
    </TextPage>
  );
}

/** An address that a narrow screen breaks between its parts, never inside one. */
function Address({ text }: { readonly text: string }) {
  return (
    <code class="address">
      {text.split(/(?<=[/?&])/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </code>
  );
}
