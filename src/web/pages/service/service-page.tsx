import { frenchDay } from '../../../platform/french/date.ts';
import { mainMeasure } from '../../../publish/bundle/main-measure.ts';
import { ReviewStateSection } from '../../committee/review/review-state-section.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { Badge } from '../../dsfr/badge.tsx';
import { Page } from '../../layout/page.tsx';
import type { Site } from '../../layout/site.ts';
import { casePath, servicePath } from '../../view/addresses.ts';
import type { MeasureView, ServiceView } from '../../view/service-view.ts';
import { CostSection } from './cost-section.tsx';
import { Decisions } from './decisions.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { ExampleLesson } from './example-lesson.tsx';
import { Growth } from './growth.tsx';
import { MatrixSection } from './matrix-section.tsx';
import { MethodSection } from './method-section.tsx';
import { Opening } from './opening.tsx';
import { ReuseSection } from './reuse-section.tsx';
import { Known, NotYet, Withdrawn } from './sentence.tsx';

interface Props {
  readonly site: Site;
  readonly service: ServiceView;
  /** The day of a past state; null: the latest. */
  readonly past: string | null;
}

/** What is said of the page where it is shared: never a figure that was taken back. */
function shared({ publication, nextStep }: ServiceView, measure: MeasureView | null): string {
  if (publication !== null && publication.withdrawn !== null) return 'Le chiffre publié a été retiré.';
  return measure?.sentence ?? nextStep;
}

/** One service in nine parts, the effect first, the means last. */
export function ServicePage({ site, service, past }: Props) {
  const { publication } = service;
  const measure = publication === null ? null : mainMeasure(publication.measures);
  const base = servicePath(service.id);
  return (
    <Page
      site={site}
      title={service.name}
      description={shared(service, measure)}
      path={publication !== null && past !== null ? publication.address : base}
      trail={[{ href: '/', name: 'Les services' }]}
      image={`${base}/image.png`}
      feed={{ href: `${base}/flux.atom`, name: `Publications de ${service.name}` }}
      {...(publication === null ? {} : { json: `/api/v1${publication.address}` })}
      noIndex={past !== null}
    >
      <article class="service">
        <header class="service-head">
          <h1>{service.name}</h1>
          <ul class="service-facts">
            {service.organisation !== null && <li>{service.organisation}</li>}
            {service.phase !== null && <li>{service.phase.name}</li>}
            {service.demonstration !== null && (
              <li>
                <Badge kind="info" text="Exemple" />
              </li>
            )}
          </ul>
        </header>
        {service.demonstration !== null && <Demonstration service={service} />}
        {past !== null && publication !== null && <PastState service={service} day={past} />}
        <Opening service={service} />
        {publication === null || measure === null ? (
          <>
            <NotYet service={service} />
            {service.lesson !== null && <ExampleLesson lesson={service.lesson} />}
            {service.demonstration === null && <ReviewStateSection review={service.review} />}
            {(service.declared.length > 0 || service.costs.perEffect.perUse.kind === 'cost') && (
              <MatrixSection service={service} publication={null} />
            )}
            {service.costs.lines.length > 0 && (
              <CostSection
                service={service.id}
                costs={service.costs}
                planned={[]}
                isInvented={service.demonstration !== null}
              />
            )}
            <Decisions decisions={service.decisions} />
          </>
        ) : publication.withdrawn !== null ? (
          <>
            <Withdrawn reason={publication.withdrawn} />
            <Decisions decisions={service.decisions} />
          </>
        ) : (
          <>
            <Known measure={measure} />
            <Growth measure={measure} past={service.publications} />
            <EvidenceSection evidence={measure.evidence} />
            {past === null && <ReviewStateSection review={service.review} />}
            <MatrixSection service={service} publication={publication} />
            <CostSection
              service={service.id}
              costs={service.costs}
              planned={measure.cost}
              isInvented={service.demonstration !== null}
            />
            <Decisions decisions={service.decisions} />
            <MethodSection service={service} measure={measure} />
            <ReuseSection site={site} service={service} publication={publication} measure={measure} />
          </>
        )}
      </article>
    </Page>
  );
}

function Demonstration({ service: { demonstration, lesson } }: { readonly service: ServiceView }) {
  return (
    <p class="demonstration">
      {demonstration}
      {lesson !== null && (
        <>
          {' '}
          <a href={casePath(lesson.example.id)}>Ce que ce cas apprend</a>
        </>
      )}
    </p>
  );
}

function PastState({ service, day }: { readonly service: ServiceView; readonly day: string }) {
  return (
    <Alert kind="warning" title="Vous lisez un état passé de cette page">
      <p>
        Elle montre ce qui était publié le {frenchDay(day)}.{' '}
        <a href={servicePath(service.id)}>Voir l’état actuel</a>.
      </p>
    </Alert>
  );
}
