import type { DeclaredMeasure } from '../../measure/figure-measure.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { frenchDay, shortDay } from '../../platform/french/date.ts';
import { measured, ownStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import { DataTableView } from './data-table.tsx';
import { FigureMethod } from './figure-method.tsx';
import { MonthChart } from './month-chart.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: DeclaredMeasure;
  readonly id: string;
}

/** A figure given elsewhere, date by date, against what was aimed at. */
export function DeclaredSections({ document, measure, id }: Props) {
  const { values, unit, trend, provenance, direction } = measure;
  const goals = values.some(({ goal }) => goal !== null);
  const said = (value: number) => measured(value, unit, ownStep(value));
  return (
    <>
      <h3>Son évolution</h3>
      {trend !== null && <p>{typeset(trend.sentence)}</p>}
      <MonthChart
        id={`${id}-values`}
        estimates={measure.estimates}
        sentence={seriesSentence(measure)}
        yLabel={unit}
        caption="Le chiffre, date par date"
        head={`Valeur, ${unit}`}
      />
      {goals && (
        <details>
          <summary>L’objectif à chaque date</summary>
          <DataTableView
            id={`${id}-goals`}
            table={{
              caption: 'Chaque valeur et l’objectif à cette date',
              columns: ['Date', 'Valeur', 'Objectif'],
              rows: values.map(({ day, value, goal }) => [
                shortDay(day),
                said(value),
                goal === null ? '–' : said(goal),
              ]),
            }}
          />
        </details>
      )}
      <FigureMethod
        document={document}
        measure={measure}
        id={id}
        lines={[
          ['Méthode', 'chiffre repris tel quel, sans calcul ni vérification'],
          ['D’où il vient', provenance ?? 'le plan ne le dit pas'],
          ['Sens du progrès', direction === 'up' ? 'plus haut' : 'plus bas'],
        ]}
      />
    </>
  );
}

function seriesSentence({ values, unit, name }: DeclaredMeasure): string {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return '';
  const said = ({ day, value }: typeof first) =>
    `${measured(value, unit, ownStep(value))} le ${frenchDay(day)}`;
  return `${name} : ${said(first)}, ${said(last)}.`;
}
