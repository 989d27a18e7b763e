import type { FigureMeasureBase } from '../../measure/figure-measure.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { measured, ownStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import { Sources } from './sources.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: FigureMeasureBase;
  readonly id: string;
  /** One line a choice: its name, then what was done. */
  readonly lines: readonly (readonly [name: string, text: string])[];
}

/** The sources read and the choices made: enough to redo the figure or to contest it. */
export function FigureMethod({ document, measure, id, lines }: Props) {
  return (
    <>
      <Sources measure={measure} id={id} />
      <h3>Comment c’est mesuré</h3>
      <dl>
        {[...lines, ...referenceLines(measure)].map(([name, text]) => (
          <>
            <dt>{name}</dt>
            <dd>{typeset(text)}</dd>
          </>
        ))}
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

function referenceLines({ reference, unit }: FigureMeasureBase): (readonly [string, string])[] {
  const said = (value: number) =>
    unit === 'proportion'
      ? `${measured(value * 100, 'sur 100', ownStep(value * 100))}`
      : measured(value, unit, ownStep(value));
  const by = reference.by === null ? '' : `, au plus tard le ${frenchDay(reference.by)}`;
  return [
    ...(reference.baseline === null ? [] : [['Référence', said(reference.baseline)] as const]),
    ...(reference.target === null ? [] : [['Objectif', `${said(reference.target)}${by}`] as const]),
  ];
}
