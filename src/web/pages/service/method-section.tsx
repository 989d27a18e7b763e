import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { indicatorPath } from '../../view/addresses.ts';
import type { MeasureView, ServiceView } from '../../view/service-view.ts';
import { methodFor } from '../method-links.ts';
import { Quality } from './quality.tsx';
import { RegistrationNote } from './registration.tsx';

interface Props {
  readonly service: ServiceView;
  readonly measure: MeasureView;
}

/** Part 8: how it was measured, its limits, the plan and its versions. */
export function MethodSection({ service, measure }: Props) {
  const { href, name } = methodFor(measure);
  const plans = planVersions(service);
  const verdict = service.publication?.registrations[measure.indicator];
  return (
    <section aria-labelledby="methode">
      <h2 id="methode">Comment c’est mesuré, et ce que cela ne dit pas</h2>
      <Quality quality={measure.quality} />
      <p>
        Méthode&nbsp;: <a href={href}>{name}</a>. Les courbes, le détail par date d’arrivée, les sources et
        tous les chiffres sont sur la page{' '}
        <a href={indicatorPath(service.id, measure.indicator)}>{typeset(measure.name)}</a>.
      </p>
      <h3>Le plan de mesure et ses versions</h3>
      {verdict !== undefined && <RegistrationNote verdict={verdict} service={service.id} />}
      <p>
        Chaque version du plan est datée et porte une empreinte, et chaque chiffre dit de quelle version il
        vient.
      </p>
      <ul>
        {plans.map(({ hash, day }) => (
          <li>
            <a href={`/api/v1/services/${service.id}/plans/${hash}`}>
              Version <code>{hash.slice(0, 12)}</code>
            </a>
            , publiée pour la première fois le {frenchDay(day)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each plan version once, with the first day it was published; the newest first. */
function planVersions({ publications }: ServiceView): readonly { hash: string; day: string }[] {
  const first = new Map<string, string>();
  for (const { planHash, day } of publications.toReversed())
    if (!first.has(planHash)) first.set(planHash, day);
  return [...first].map(([hash, day]) => ({ hash, day })).reverse();
}
