import { Cohorts } from '../../report/cohorts.tsx';
import { ComparedGroups } from '../../report/compared-groups.tsx';
import { Competing, GroupTests } from '../../report/comparisons.tsx';
import { DecisionBlock } from '../../report/decision.tsx';
import { Effects } from '../../report/effects.tsx';
import { Estimates } from '../../report/estimates.tsx';
import { Incidence } from '../../report/incidence.tsx';
import { RolledOut } from '../../report/rolled-out.tsx';
import type { MeasureView } from '../../view/service-view.ts';
import { stepsNote } from '../steps-note.ts';
import { CohortTriangle } from './cohort-triangle.tsx';
import { FigureSections } from './figure-sections.tsx';
import { RecentWeeks } from './recent-weeks.tsx';

const id = 'indicateur';

/** The figures in detail: who is compared and how alike before any effect, then how it builds up, then cohorts. */
export function Sections({ measure }: { readonly measure: MeasureView }) {
  const {
    followUp,
    published: { counts, figures },
  } = measure;
  return (
    <>
      <h2 id="detail">Les chiffres en détail</h2>
      {followUp !== null && (
        <>
          <ComparedGroups measure={followUp} id={id} />
          <Effects measure={followUp} id={id} />
          <DecisionBlock decision={measure.decision} />
          <Incidence measure={followUp} id={id} note={stepsNote} />
          <Estimates measure={followUp} id={id} />
          <GroupTests measure={followUp} />
          <Competing measure={followUp} id={id} />
          <Cohorts measure={followUp} id={id} />
        </>
      )}
      {counts.kind === 'follow-up' && <CohortTriangle counts={counts} />}
      {figures.kind === 'follow-up' && <RecentWeeks nowcast={figures.nowcast} />}
      {figures.kind === 'rollout' && (
        <>
          <RolledOut rollout={figures.rollout} effects={figures.effects} id={id} />
          <DecisionBlock decision={measure.decision} />
        </>
      )}
      {counts.kind === 'figures' && figures.kind === 'figures' && (
        <FigureSections counts={counts} estimates={figures.estimates} />
      )}
    </>
  );
}
