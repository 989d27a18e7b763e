import type { SampleVolumeMeasure } from '../../measure/figure-measure.ts';
import type { MeasureDocument } from '../../measure/measure.ts';
import { frenchPeriod } from '../../platform/french/date.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { measured, ownStep, quantity, roundingStep } from '../../platform/french/quantity.ts';
import { DataTableView } from './data-table.tsx';
import { FigureMethod } from './figure-method.tsx';
import { MonthChart } from './month-chart.tsx';

interface Props {
  readonly document: MeasureDocument;
  readonly measure: SampleVolumeMeasure;
  readonly id: string;
}

/** The two factors and their product, then month by month. */
export function SampleVolumeSections({ document, measure, id }: Props) {
  const { words } = measure;
  return (
    <>
      <h3>La moyenne et le volume</h3>
      <DataTableView
        id={`${id}-factors`}
        table={{
          caption: 'Les deux nombres multipliés, et leur produit',
          columns: ['Nombre', 'Valeur', 'Intervalle à 95\u00a0%', 'D’où il vient'],
          rows: [meanRow(measure), volumeRow(measure), productRow(measure)],
        }}
      />
      <MonthChart
        id={`${id}-months`}
        estimates={measure.estimates.filter(({ period }) => period !== null)}
        sentence={monthSentence(measure)}
        yLabel={`${words.total}, par mois`}
        caption={`${capital(words.total)} : la moyenne de l’échantillon × les ${words.cases} de chaque mois`}
        head={capital(words.total)}
      />
      <FigureMethod
        document={document}
        measure={measure}
        id={id}
        lines={[
          [
            'Méthode',
            `la moyenne de l’échantillon (${words.each}) multipliée par le nombre de ${words.cases} ; l’intervalle tient compte du hasard de l’échantillon${measure.volume.given?.lower == null ? '' : ' et de l’incertitude du volume'}`,
          ],
          [
            'Ce que cela suppose',
            `les ${words.sampled} mesurés ressemblent aux autres, et la moyenne n’a pas changé depuis`,
          ],
        ]}
      />
    </>
  );
}

function meanRow({ sample, words }: SampleVolumeMeasure): string[] {
  if (sample === null) return [`Moyenne, ${words.each}`, 'aucune', '–', '–'];
  const { lower, upper, unit } = sample;
  const step = lower === null || upper === null ? ownStep(sample.mean) : roundingStep(lower, upper);
  const said = (value: number) => measured(value, unit, step);
  const weighed = sample.designed ? ', selon le plan de sondage' : '';
  return [
    `Moyenne, ${words.each}`,
    said(sample.mean),
    lower === null || upper === null ? '–' : `entre ${said(lower)} et ${said(upper)}`,
    `${frenchNumber(sample.n)} ${words.sampled}${weighed}, ${sample.source === null ? 'écrits dans le plan' : `source « ${sample.source} »`}`,
  ];
}

function volumeRow({ volume, words, headline }: SampleVolumeMeasure): string[] {
  const name = `Nombre de ${words.cases}`;
  const { given } = volume;
  if (given !== null) {
    const range =
      given.lower === null || given.upper === null
        ? 'donné sans intervalle'
        : `entre ${frenchNumber(given.lower)} et ${frenchNumber(given.upper)}`;
    return [name, frenchNumber(given.value), range, 'écrit dans le plan'];
  }
  const month = volume.months.find((one) => one.month === headline.estimate.period);
  if (month === undefined) return [name, 'aucun mois complet', '–', `source « ${volume.source} »`];
  return [
    name,
    frenchNumber(month.count),
    'compté',
    `source « ${volume.source} », ${frenchPeriod(month.month)}`,
  ];
}

function productRow({ words, headline: { estimate } }: SampleVolumeMeasure): string[] {
  const name = capital(words.total);
  if (estimate.kind === 'insufficient') return [name, 'aucun chiffre', '–', 'moyenne × volume'];
  const { value, lower, upper } = estimate;
  const step = lower === null || upper === null ? ownStep(value) : roundingStep(lower, upper);
  const range =
    lower === null || upper === null ? '–' : `entre ${quantity(lower, step)} et ${quantity(upper, step)}`;
  return [name, quantity(value, step), range, 'moyenne × volume'];
}

function monthSentence({ estimates, words }: SampleVolumeMeasure): string {
  const known = estimates.flatMap((one) => (one.kind === 'estimate' && one.period !== null ? [one] : []));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return '';
  const said = ({ value, lower, upper, period }: typeof first) =>
    `${quantity(value, lower === null || upper === null ? ownStep(value) : roundingStep(lower, upper))} en ${frenchPeriod(period ?? '')}`;
  return `${capital(words.total)} : ${said(first)}, ${said(last)}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
