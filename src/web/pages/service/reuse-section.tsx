import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Fold } from '../../dsfr/fold.tsx';
import type { Site } from '../../layout/site.ts';
import { apiPath, servicePath } from '../../view/addresses.ts';
import type { PublicationView, ServiceView } from '../../view/service-view.ts';

interface Props {
  readonly site: Site;
  readonly service: ServiceView;
  readonly publication: PublicationView;
}

/** Part 9: take the figures away, show them elsewhere, check them, see what was corrected. */
export function ReuseSection({ site, service, publication }: Props) {
  const page = `${site.address}${servicePath(service.id)}`;
  const badge = `<a href="${page}"><img src="${page}/badge.svg" alt="Impact de ${attribute(service.name)}, mesuré par Foulée"></a>`;
  const frame = `<iframe src="${page}/integration" title="Ce que change ${attribute(service.name)}" width="100%" height="320" loading="lazy"></iframe>`;
  return (
    <section aria-labelledby="reprendre">
      <h2 id="reprendre">Reprendre, vérifier, corriger</h2>
      <ul class="downloads">
        <li>
          <a href={`${servicePath(service.id)}#matrice`}>
            Tous les chiffres (CSV), indicateur par indicateur
          </a>
        </li>
        <li>
          <a href={`${apiPath(service.id)}/schema-impact.csv`}>
            Au format « impact d’un service public numérique » v0.5.0 (CSV)
          </a>
        </li>
        <li>
          <a href={`${apiPath(service.id)}/publications/latest`}>La publication entière (JSON)</a>
        </li>
        <li>
          <a href={`${servicePath(service.id)}/flux.atom`}>Suivre les publications (Atom)</a>
        </li>
        <li>
          <a href="/donnees-ouvertes">L’interface de programmation (API)</a>
        </li>
      </ul>
      <p>
        Cette publication est figée&nbsp;: son empreinte est <code>{publication.hash.slice(0, 16)}…</code>, et
        n’importe qui peut refaire le calcul à partir des comptes publiés avec la commande{' '}
        <code>foulee verify</code>. Adresse permanente de cet état&nbsp;:{' '}
        <a href={publication.address}>publication du {frenchDay(publication.day)}</a>.
      </p>
      <Fold title="Afficher ce chiffre sur un autre site">
        <p>Une image légère, avec son texte de remplacement&nbsp;:</p>
        <pre>
          <code>{badge}</code>
        </pre>
        <p>La phrase entière, dans un cadre accessible et sans script&nbsp;:</p>
        <pre>
          <code>{frame}</code>
        </pre>
      </Fold>
      <h3>Corrections</h3>
      {service.corrections.length === 0 ? (
        <p>
          Aucune correction à ce jour. Rien n’est jamais effacé&nbsp;: une correction s’ajoute, avec sa
          raison.
        </p>
      ) : (
        <ul>
          {service.corrections.map(({ day, reason, about }) => (
            <li>
              {frenchDay(day)}&nbsp;: {typeset(reason)} (<a href={about}>état corrigé</a>)
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const attribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
