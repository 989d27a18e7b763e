import type { MeasureDocument, RolloutMeasure } from '../../measure/measure.ts';
import { typeset } from '../../platform/french/typography.ts';
import { DecisionBlock } from './decision.tsx';
import { RolledOut } from './rolled-out.tsx';
import { rolloutMethods } from './rollout-words.ts';
import { Sources } from './sources.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: RolloutMeasure;
  readonly id: string;
}

/** A table of territories and periods: who is compared, the effect, how it shows over time, what was read. */
export function RolloutSections({ document, measure, id }: Props) {
  const { rollout, effects, coverage, decision } = measure;
  return (
    <>
      <RolledOut rollout={rollout} effects={effects} id={id} />
      <DecisionBlock decision={decision} />
      <Sources measure={measure} id={id} />
      <h3>Comment c’est mesuré</h3>
      <dl>
        <dt>Unité</dt>
        <dd>le territoire, période par période</dd>
        <dt>Méthode</dt>
        <dd>{rolloutMethods[rollout.method]}</dd>
        <dt>Couverture</dt>
        <dd>
          {typeset(
            coverage?.sentence ??
              'La table est prise comme complète : le plan ne dit pas jusqu’à quand elle l’est.',
          )}
        </dd>
        <dt>Plan de mesure</dt>
        <dd>
          version <code>{document.plan.hash}</code>
        </dd>
        <dt>Logiciel</dt>
        <dd>{document.software}</dd>
      </dl>
    </>
  );
}
