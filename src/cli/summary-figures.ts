import type { AskedLaterMeasure, FigureEstimate, FigureMeasure } from '../measure/figure-measure.ts';
import { shortDay, shortPeriod } from '../platform/french/date.ts';
import { exactDuration } from '../platform/french/duration.ts';
import { baseFor, between, outOf } from '../platform/french/frequency.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { measured, ownStep, rangeText, roundingStep } from '../platform/french/quantity.ts';
import { evidenceBlocks, inputLine, type SummaryBlock } from './summary-parts.ts';

const mostPeriods = 6;

/** The last figures, who answered, evidence and what was read. */
export const figureBlocks = (measure: FigureMeasure): readonly SummaryBlock[] => [
  { label: 'Résultats', paragraphs: resultLines(measure) },
  { label: 'Réponses', paragraphs: measure.method === 'asked-later' ? responseLines(measure) : [] },
  ...evidenceBlocks(measure),
  { label: 'Données', paragraphs: measure.inputs.map(inputLine) },
];

function resultLines(measure: FigureMeasure): string[] {
  const periods = measure.estimates.filter(({ period }) => period !== null);
  const rest = periods.length - mostPeriods;
  const groups = measure.estimates.filter(({ by }) => by !== null);
  return [
    ...periods.slice(-mostPeriods).map((one) => `${periodName(one.period)} : ${figureText(one)}`),
    ...(rest > 0 ? [`et ${counted(rest, 'autre période', 'autres périodes')}, dans le rapport`] : []),
    ...groups.map((one) => `${one.by} « ${one.group} » : ${figureText(one)}`),
  ];
}

const periodName = (period: string | null): string =>
  period === null ? '' : period.length > 7 ? shortDay(period) : shortPeriod(period);

function figureText(one: FigureEstimate): string {
  if (one.kind === 'insufficient') return one.sentence;
  const { value, lower, upper, unit } = one;
  if (lower === null || upper === null) return measured(value, unit, ownStep(value));
  if (unit === 'proportion') {
    const base = baseFor({ value, lower, upper });
    return `${outOf(value, base)} (${between({ value, lower, upper }, base)})`;
  }
  const step = roundingStep(lower, upper);
  return `${measured(value, unit, step)} (${rangeText(lower, upper, unit, step)})`;
}

function responseLines({ response, delay }: AskedLaterMeasure): string[] {
  return [
    `${frenchNumber(response.answered)} sur ${counted(response.asked, 'personne interrogée', 'personnes interrogées')}`,
    ...(delay === null
      ? []
      : [
          `la moitié a répondu moins de ${exactDuration(delay.median)} après l’usage, 8 sur 10 entre ${exactDuration(delay.early)} et ${exactDuration(delay.late)}`,
        ]),
    ...response.byCell.map(
      ({ attribute, classes }) =>
        `${attribute} : ${classes.map(({ name, asked, answered }) => `${name}, ${frenchNumber(answered)} sur ${frenchNumber(asked)}`).join(' ; ')}`,
    ),
  ];
}
