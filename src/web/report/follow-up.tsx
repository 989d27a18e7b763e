import type { FollowUpMeasure, MeasureDocument } from '../../measure/measure.ts';
import { Cohorts } from './cohorts.tsx';
import { ComparedGroups } from './compared-groups.tsx';
import { Competing, GroupTests } from './comparisons.tsx';
import { DecisionBlock } from './decision.tsx';
import { Effects } from './effects.tsx';
import { Estimates } from './estimates.tsx';
import { Incidence } from './incidence.tsx';
import { Method } from './method.tsx';
import { NowcastSection } from './nowcast.tsx';
import { ProjectionSection } from './projection.tsx';
import { RolledOut } from './rolled-out.tsx';
import { Triangle } from './triangle.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: FollowUpMeasure;
  readonly id: string;
}

/** People followed after use: what is compared, the effect, how it builds up, and how it was measured. */
export function FollowUpSections({ document, measure, id }: Props) {
  return (
    <>
      <ComparedGroups measure={measure} id={id} />
      <Effects measure={measure} id={id} />
      {measure.rollout !== null && <RolledOut rollout={measure.rollout} effects={measure.effects} id={id} />}
      <DecisionBlock decision={measure.decision} />
      <Incidence measure={measure} id={id} />
      <Estimates measure={measure} id={id} />
      <GroupTests measure={measure} />
      <Competing measure={measure} id={id} />
      <Cohorts measure={measure} id={id} />
      <Triangle measure={measure} id={id} />
      <NowcastSection measure={measure} id={id} />
      <ProjectionSection measure={measure} id={id} />
      <Method document={document} measure={measure} id={id} />
    </>
  );
}
