import type { FigureEstimate, ProxyMeasure } from '../../measure/figure-measure.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { frenchPeriod } from '../../platform/french/date.ts';
import { baseFor, between, outOf } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { ownStep, quantity, roundingStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import { DataTableView } from './data-table.tsx';
import { FigureMethod } from './figure-method.tsx';
import { MonthChart } from './month-chart.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: ProxyMeasure;
  readonly id: string;
}

/** The sign month by month, what was checked says of it, and what it is the sign of. */
export function ProxySections({ document, measure, id }: Props) {
  const { counted, calibration, signOf, months } = measure;
  const figures = measure.estimates.filter(({ period }) => period !== null);
  const unit = calibration === null ? counted : calibration.effect;
  return (
    <>
      <h3>De quoi c’est le signe</h3>
      <p>{typeset(`Ce qui est compté : ${counted}. L’effet recherché : ${signOf}`)}</p>
      {calibration !== null && (
        <DataTableView
          id={`${id}-calibration`}
          table={{
            caption: 'Le signe, ce que les vérifications en disent, et le résultat',
            columns: ['Nombre', 'Valeur', 'Intervalle à 95\u00a0%'],
            rows: [
              [capital(counted), frenchNumber(measure.units), 'compté'],
              [`${capital(calibration.effect)}, parmi les cas vérifiés`, ...shareCells(calibration)],
              [capital(calibration.effect), ...resultCells(measure)],
            ],
          }}
        />
      )}
      <MonthChart
        id={`${id}-months`}
        estimates={figures}
        sentence={monthSentence(figures, unit)}
        yLabel={`${unit}, par mois`}
        caption={`${capital(unit)}, mois par mois`}
        head={capital(unit)}
      />
      <FigureMethod
        document={document}
        measure={measure}
        id={id}
        lines={[
          [
            'Méthode',
            calibration === null
              ? `le nombre de ${counted}, compté mois par mois (${months.filter(({ complete }) => complete).length} mois complets)`
              : `le nombre de ${counted} × la part constatée parmi les cas vérifiés${calibration.source === null ? '' : ` (« ${calibration.source} »)`} ; l’intervalle est celui de cette part`,
          ],
          [
            'Ce que cela suppose',
            calibration === null
              ? 'quand le signe augmente, l’effet aussi'
              : 'les cas vérifiés ressemblent à ceux qui ne l’ont pas été',
          ],
        ]}
      />
    </>
  );
}

function shareCells({
  share,
  lower,
  upper,
  called,
  yes,
}: NonNullable<ProxyMeasure['calibration']>): string[] {
  if (share === null || lower === null || upper === null) return ['aucune', '–'];
  const said = { value: share, lower, upper };
  const base = baseFor(said);
  return [`${outOf(share, base)} (${frenchNumber(yes)} sur ${frenchNumber(called)})`, between(said, base)];
}

function resultCells({ headline: { estimate } }: ProxyMeasure): string[] {
  if (estimate.kind === 'insufficient' || estimate.lower === null || estimate.upper === null) {
    return ['aucun chiffre', '–'];
  }
  const step = roundingStep(estimate.lower, estimate.upper);
  return [
    quantity(estimate.value, step),
    `entre ${quantity(estimate.lower, step)} et ${quantity(estimate.upper, step)}`,
  ];
}

function monthSentence(figures: readonly FigureEstimate[], unit: string): string {
  const known = figures.flatMap((one) => (one.kind === 'estimate' && one.period !== null ? [one] : []));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return '';
  const said = ({ value, lower, upper, period }: typeof first) =>
    `${quantity(value, lower === null || upper === null ? ownStep(value) : roundingStep(lower, upper))} en ${frenchPeriod(period ?? '')}`;
  return `${capital(unit)} : ${said(first)}, ${said(last)}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
