import type { MatrixRow } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { measured, ownStep } from '../../platform/french/quantity.ts';
import type { ServiceDetails } from '../queries/service-details.ts';

type Declared = ServiceDetails['declared'][number];

/** An indicator the service declares of itself, at its last date. */
export interface DeclaredRow {
  readonly matrix: MatrixRow;
  readonly name: string;
  readonly sentence: string;
  /** From the date before to the last one; null when there is only one. */
  readonly trend: string | null;
  readonly day: string;
}

/** Each declared indicator once, for the whole country: its last value, what it was before, what it aims at. */
export function declaredRows(declared: readonly Declared[]): readonly DeclaredRow[] {
  const everywhere = declared.filter(({ placeCode }) => placeCode === null);
  const names = [
    ...new Set(everywhere.filter(({ isTarget }) => !isTarget).map(({ indicator }) => indicator)),
  ];
  return names.flatMap((name) => rowOf(everywhere.filter(({ indicator }) => indicator === name)));
}

/** One indicator's figures; none when it only has targets. */
function rowOf(figures: readonly Declared[]): DeclaredRow[] {
  const observed = inOrder(figures.filter(({ isTarget }) => !isTarget));
  const last = observed.at(-1);
  if (last === undefined) return [];
  const before = observed.findLast(
    ({ measuredOn, unit }) => measuredOn < last.measuredOn && unit === last.unit,
  );
  const target = inOrder(
    figures.filter(({ isTarget, measuredOn }) => isTarget && measuredOn > last.measuredOn),
  )[0];
  const over =
    last.periodStart === null ? '' : ` du ${frenchDay(last.periodStart)} au ${frenchDay(last.measuredOn)}`;
  const aim = target === undefined ? '' : ` Objectif : ${said(target)} le ${frenchDay(target.measuredOn)}.`;
  return [
    {
      matrix: last.kind === 'usage' ? 'used' : 'impactful',
      name: last.indicator,
      sentence: `${said(last)}${over}, selon le service.${aim}`,
      trend: before === undefined ? null : trendOf(before, last),
      day: last.measuredOn,
    },
  ];
}

function trendOf(before: Declared, last: Declared): string {
  const since = `le ${frenchDay(before.measuredOn)} : ${said(before)}`;
  if (last.value === before.value) return `Inchangé (${since}).`;
  return `${last.value > before.value ? 'En hausse' : 'En baisse'} (${since}).`;
}

const said = ({ value, unit }: Declared): string => measured(value, unit, ownStep(value)).trim();

const inOrder = (figures: readonly Declared[]): readonly Declared[] =>
  figures.toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1));
