import type { Measure, MeasureDocument } from '../../measure/measure.ts';
import { Cohorts } from './cohorts.tsx';
import { ComparedGroups } from './compared-groups.tsx';
import { Competing, GroupTests } from './comparisons.tsx';
import { DecisionBlock } from './decision.tsx';
import { Effects } from './effects.tsx';
import { Estimates } from './estimates.tsx';
import { EvidenceBadge } from './evidence.tsx';
import { Incidence } from './incidence.tsx';
import { Method } from './method.tsx';
import { NowcastSection } from './nowcast.tsx';
import { Headline, Warnings } from './opening.tsx';
import { ProjectionSection } from './projection.tsx';
import { Triangle } from './triangle.tsx';
import { matrixRows } from './words.ts';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: Measure;
  readonly id: string;
}

/** One indicator, from what must be known first to how it was measured. */
export function Indicator({ document, measure, id }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-name`}>
      <p class="kind">Indicateur « {matrixRows[measure.matrix].toLowerCase()} » de la matrice d’impact</p>
      <h2 id={`${id}-name`}>{measure.name}</h2>
      <Warnings measure={measure} />
      <Headline measure={measure} />
      <EvidenceBadge evidence={measure.evidence} />
      <ComparedGroups measure={measure} id={id} />
      <Effects measure={measure} id={id} />
      <DecisionBlock measure={measure} />
      <Incidence measure={measure} id={id} />
      <Estimates measure={measure} id={id} />
      <GroupTests measure={measure} />
      <Competing measure={measure} id={id} />
      <Cohorts measure={measure} id={id} />
      <Triangle measure={measure} id={id} />
      <NowcastSection measure={measure} id={id} />
      <ProjectionSection measure={measure} id={id} />
      <Method document={document} measure={measure} id={id} />
    </section>
  );
}
