import type { Measure, MeasureDocument } from '../../measure/measure.ts';
import { matrixRows } from '../../plan/matrix-rows.ts';
import { AskedLaterSections } from './asked-later.tsx';
import { DeclaredSections } from './declared.tsx';
import { EvidenceBadge } from './evidence.tsx';
import { FollowUpSections } from './follow-up.tsx';
import { Headline, Warnings } from './opening.tsx';
import { ProxySections } from './proxy.tsx';
import { RolloutSections } from './rollout.tsx';
import { SampleVolumeSections } from './sample-volume.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: Measure;
  readonly id: string;
}

/** One indicator, from what must be known first to how it was measured. */
export function Indicator({ document, measure, id }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-name`}>
      <p class="kind">
        Indicateur « {matrixRows[measure.matrix].name.toLowerCase()} » de la matrice d’impact
      </p>
      <h2 id={`${id}-name`}>{measure.name}</h2>
      <Warnings measure={measure} />
      <Headline measure={measure} />
      <EvidenceBadge evidence={measure.evidence} />
      <Sections document={document} measure={measure} id={id} />
    </section>
  );
}

/** What each method has to show. */
function Sections({ document, measure, id }: Props) {
  switch (measure.method) {
    case 'follow-up':
      return <FollowUpSections document={document} measure={measure} id={id} />;
    case 'sample-volume':
      return <SampleVolumeSections document={document} measure={measure} id={id} />;
    case 'proxy':
      return <ProxySections document={document} measure={measure} id={id} />;
    case 'asked-later':
      return <AskedLaterSections document={document} measure={measure} id={id} />;
    case 'declared':
      return <DeclaredSections document={document} measure={measure} id={id} />;
    case 'rollout':
      return <RolloutSections document={document} measure={measure} id={id} />;
  }
}
