import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { embedHtml } from '../../../publish/formats/embed.ts';
import { xmlText } from '../../../publish/formats/xml-text.ts';
import { Fold } from '../../dsfr/fold.tsx';
import type { Site } from '../../layout/site.ts';
import { apiPath, servicePath } from '../../view/addresses.ts';
import type { MeasureView, PublicationView, ServiceView } from '../../view/service-view.ts';

interface Props {
  readonly site: Site;
  readonly service: ServiceView;
  readonly publication: PublicationView;
  readonly measure: MeasureView;
}

/** Part 9: take the figures away, show them elsewhere, check them, see what was corrected. */
export function ReuseSection({ site, service, publication, measure }: Props) {
  const page = `${site.address}${servicePath(service.id)}`;
  const badge = `<a href="${page}"><img src="${page}/badge.svg" alt="Impact de ${xmlText(service.name)}, mesuré par Foulée"></a>`;
  const frame = `<iframe src="${page}/integration" title="Ce que change ${xmlText(service.name)}" width="100%" height="320" loading="lazy"></iframe>`;
  const text = embedHtml({
    service: service.name,
    sentence: typeset(measure.sentence),
    level: measure.evidence.level,
    levelName: measure.evidence.name,
    measured: measure.freshness.measured,
    page,
  });
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
          <a href={`/api/v1${publication.address}`}>La publication entière (JSON)</a>
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
        <p>
          Le texte seul, sans image ni cadre. Il dit l’état de ce jour et ne se met pas à jour tout
          seul&nbsp;:
        </p>
        <pre>
          <code>{text}</code>
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
