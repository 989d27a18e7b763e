import { matrixRows } from '../../../plan/matrix-rows.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Page } from '../../layout/page.tsx';
import type { Site } from '../../layout/site.ts';
import { apiPath, indicatorPath, servicePath } from '../../view/addresses.ts';
import type { MeasureView, ServiceView } from '../../view/service-view.ts';
import { methodFor } from '../method-links.ts';
import { EvidenceSection } from '../service/evidence-section.tsx';
import { Quality } from '../service/quality.tsx';
import { Known } from '../service/sentence.tsx';
import { Sections } from './sections.tsx';
import { Sources } from './sources.tsx';

interface Props {
  readonly site: Site;
  readonly service: ServiceView;
  readonly measure: MeasureView;
}

/** Everything published of one indicator, each drawing with its figures. */
export function IndicatorPage({ site, service, measure }: Props) {
  const { href, name } = methodFor(measure);
  const base = `${apiPath(service.id)}/indicators/${encodeURIComponent(measure.indicator)}`;
  return (
    <Page
      site={site}
      title={`${measure.name} – ${service.name}`}
      here={measure.name}
      description={measure.sentence}
      path={indicatorPath(service.id, measure.indicator)}
      trail={[
        { href: '/', name: 'Les services' },
        { href: servicePath(service.id), name: service.name },
      ]}
      image={`${servicePath(service.id)}/image.png`}
    >
      <article class="service">
        <header class="service-head">
          <h1>{typeset(measure.name)}</h1>
          <ul class="service-facts">
            <li>
              <a href={servicePath(service.id)}>{service.name}</a>
            </li>
            <li>
              Question «&nbsp;{matrixRows[measure.matrix].name.toLowerCase()}&nbsp;» de la matrice d’impact
            </li>
          </ul>
        </header>
        <Known measure={measure} />
        <EvidenceSection evidence={measure.evidence} />
        <section class="figures" aria-labelledby="detail">
          <Sections measure={measure} />
        </section>
        <section aria-labelledby="methode">
          <h2 id="methode">Comment c’est mesuré</h2>
          {measure.note.map((sentence) => (
            <p>{typeset(sentence)}</p>
          ))}
          <p>
            Comprendre la méthode, ce qu’elle suppose et comment elle trompe&nbsp;: <a href={href}>{name}</a>.
          </p>
          <Sources inputs={measure.inputs} />
        </section>
        <section aria-labelledby="qualite">
          <h2 id="qualite">La qualité de ce chiffre, en cinq points</h2>
          <Quality quality={measure.quality} />
        </section>
        <section aria-labelledby="telecharger">
          <h2 id="telecharger">Télécharger</h2>
          <ul class="downloads">
            {measure.tables.map((name) => (
              <li>
                <a href={`${apiPath(service.id)}/tables/${name}.csv`}>
                  <code>{name}.csv</code>
                </a>
              </li>
            ))}
            <li>
              <a href={base}>Tout en JSON</a>
            </li>
          </ul>
        </section>
      </article>
    </Page>
  );
}
