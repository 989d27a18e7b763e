import type { FigureEstimate } from '../../../measure/figure-measure.ts';
import { frenchDay, shortDay, shortPeriod } from '../../../platform/french/date.ts';
import { frenchNumber } from '../../../platform/french/number.ts';
import { measured, ownStep } from '../../../platform/french/quantity.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { FigureCounts } from '../../../publish/figures/figure-counts.ts';
import { DataTableView } from '../../report/data-table.tsx';
import { refusalNames } from '../../report/words.ts';

interface Props {
  readonly counts: FigureCounts;
  readonly estimates: readonly FigureEstimate[];
}

/** A figure that follows nobody one by one: what it rests on, then each value with its interval. */
export function FigureSections({ counts, estimates }: Props) {
  const grounds = groundsOf(counts);
  return (
    <>
      {grounds.length > 0 && (
        <>
          <h3>Sur quoi repose ce chiffre</h3>
          <ul>
            {grounds.map((sentence) => (
              <li>{typeset(sentence)}</li>
            ))}
          </ul>
        </>
      )}
      {counts.missing !== null && <p>{typeset(counts.missing)}</p>}
      <h3>Les valeurs</h3>
      <DataTableView
        id="valeurs"
        table={{
          caption: 'Chaque valeur publiée, avec son intervalle quand il y en a un',
          columns: ['Période ou groupe', 'Valeur', 'Intervalle'],
          rows: estimates.map((one) => [rowName(one), valueText(one), intervalText(one)]),
        }}
      />
    </>
  );
}

function groundsOf({ unit, counted, calls, sample, answers, reference }: FigureCounts): string[] {
  const grounds: string[] = [];
  if (counted !== null) {
    const when =
      counted.from === null || counted.to === null
        ? ''
        : ` du ${frenchDay(counted.from)} au ${frenchDay(counted.to)}`;
    grounds.push(`${frenchNumber(counted.total)} cas comptés${when}.`);
  }
  if (calls !== null) {
    grounds.push(
      `${frenchNumber(calls.n)} cas vérifiés ; pour ${frenchNumber(calls.events)} d’entre eux, l’effet était là.`,
    );
  }
  if (sample !== null) {
    grounds.push(
      `${frenchNumber(sample.n)} cas mesurés un par un, multipliés par un volume de ${frenchNumber(sample.volume)}.`,
    );
  }
  if (answers !== null) {
    grounds.push(
      `${frenchNumber(answers.answered)} réponses sur ${frenchNumber(answers.asked)} personnes interrogées.`,
    );
  }
  if (reference.baseline !== null) grounds.push(`Point de départ : ${said(reference.baseline, unit)}.`);
  if (reference.target !== null) {
    grounds.push(
      `Objectif : ${said(reference.target, unit)}${reference.by === null ? '' : ` le ${frenchDay(reference.by)}`}.`,
    );
  }
  return grounds;
}

function rowName({ group, period }: FigureEstimate): string {
  if (group !== null) return group;
  if (period === null) return 'Ensemble';
  return period.length === 10 ? shortDay(period) : shortPeriod(period);
}

function valueText(one: FigureEstimate): string {
  if (one.kind === 'insufficient') return refusalNames[one.reason];
  return said(one.value, one.unit);
}

function intervalText({ lower, upper, unit }: FigureEstimate): string {
  if (lower === null || upper === null) return 'pas d’intervalle';
  return `entre ${said(lower, unit)} et ${said(upper, unit)}`;
}

const said = (value: number, unit: string): string =>
  unit === 'proportion' ? `${frenchNumber(value * 100, 1)} sur 100` : measured(value, unit, ownStep(value));
