import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { PublishedMeasure } from '../../../publish/bundle/bundle.ts';
import { Fold } from '../../dsfr/fold.tsx';
import { ChartFigure } from '../../report/chart-figure.tsx';
import { Cohorts } from '../../report/cohorts.tsx';
import { Incidence } from '../../report/incidence.tsx';
import { MonthChart } from '../../report/month-chart.tsx';
import { eventStudyChart, expectedChart } from '../../report/rollout-charts.ts';
import type { MeasureView, PublicationLink } from '../../view/service-view.ts';
import { stepsNote } from '../steps-note.ts';

interface Props {
  readonly measure: MeasureView;
  readonly past: readonly PublicationLink[];
}

/** Part 3: the one chart that answers « since when, and is it growing? », then what was said before. */
export function Growth({ measure, past }: Props) {
  return (
    <section class="figures" aria-labelledby="evolution">
      <h2 id="evolution">
        Depuis quand, et <span class="tied">est-ce</span> que cela progresse&nbsp;?
      </h2>
      <OneChart measure={measure} />
      {past.length > 1 ? (
        <Fold title="Ce qui était publié avant">
          <ul class="past">
            {past.map(({ day, address, sentence, withdrawn }) => (
              <li>
                <a href={address}>{frenchDay(day)}</a>&nbsp;:{' '}
                {withdrawn === null ? typeset(sentence) : `retirée. ${typeset(withdrawn)}`}
              </li>
            ))}
          </ul>
        </Fold>
      ) : (
        <p>C’est la première publication&nbsp;: la suite dira si cela progresse.</p>
      )}
    </section>
  );
}

function OneChart({ measure: { followUp, published, name } }: { readonly measure: MeasureView }) {
  if (followUp === null) return <WithoutFollowUp name={name} figures={published.figures} />;
  if (followUp.cohorts.some(({ cohort }) => cohort !== 'all')) {
    return <Cohorts measure={followUp} id="evolution" />;
  }
  const curves = followUp.curves.filter(({ group }) => group === null);
  return <Incidence measure={{ ...followUp, curves }} id="evolution" note={stepsNote} />;
}

function WithoutFollowUp({ name, figures }: Pick<PublishedMeasure, 'name' | 'figures'>) {
  if (figures.kind === 'rollout') {
    const { rollout } = figures;
    if (rollout.series.length > 1) return <ChartFigure chart={expectedChart(rollout)} id="evolution" />;
    if (rollout.eventStudy === null) return null;
    return <ChartFigure chart={eventStudyChart(rollout, rollout.eventStudy)} id="evolution" />;
  }
  if (figures.kind !== 'figures') return null;
  const { estimates } = figures;
  const unit = estimates[0]?.unit ?? '';
  return (
    <MonthChart
      id="periodes"
      estimates={estimates
        .filter(({ group, period }) => group === null && period !== null)
        .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? -1 : 1))}
      sentence={`${name}, période par période.`}
      yLabel={unit}
      caption={`${name}, période par période`}
      head={`Valeur, ${unit}`}
    />
  );
}
