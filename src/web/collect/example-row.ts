import type { Source } from '../../plan/plan.ts';
import { arrivalShape } from '../../records/arrivals/arrival-shape.ts';

/** Where the rows of a source are sent. */
export const collectAddress = (address: string, service: string, source: string): string =>
  `${address}/api/collecte/${encodeURIComponent(service)}/${encodeURIComponent(source)}`;

/** The fields a source keeps, those that are pseudonymised said so. */
export function fieldsOf(source: Source): readonly string[] {
  const { subject, target, columns } = arrivalShape(source);
  return [
    ...[subject, target].filter((column) => column !== null).map((column) => `${column} (pseudonyme)`),
    ...columns.map(({ column }) => column),
  ];
}

/** A row that the source would take, for people to start from. */
export function exampleRow(source: Source): Readonly<Record<string, string | number>> {
  const { subject, target, columns } = arrivalShape(source);
  const samples = { day: '2026-11-27', number: 1, whole: 1, text: '…' } as const;
  return {
    ...(subject === null ? {} : { [subject]: 'identifiant' }),
    ...(target === null ? {} : { [target]: 'identifiant' }),
    ...Object.fromEntries(columns.map(({ column, type }) => [column, samples[type]])),
  };
}
