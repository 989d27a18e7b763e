import { type Known, simulated } from './measured-example.ts';
import { fixedTable, monthsBetween } from './simulated-table.ts';

interface DeclaredRow {
  readonly series: string;
  readonly name: string;
  readonly matrix: 'usable' | 'used' | 'useful' | 'efficient';
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly provenance: string;
  /** Value of the first month, change a month, spread of chance, digits kept. */
  readonly start: number;
  readonly slope: number;
  readonly spread: number;
  readonly digits: number;
}

const rows: readonly DeclaredRow[] = [
  {
    series: 'reussite',
    name: 'Recherches menées jusqu’au bout',
    matrix: 'usable',
    unit: 'sur 100',
    direction: 'up',
    provenance: 'série simulée, comme un suivi des parcours',
    start: 71,
    slope: 0.5,
    spread: 2,
    digits: 0,
  },
  {
    series: 'visites',
    name: 'Personnes qui ont cherché une entreprise dans le mois',
    matrix: 'used',
    unit: 'personnes',
    direction: 'up',
    provenance: 'série simulée, comme un journal d’usage compté par mois',
    start: 9_000,
    slope: 220,
    spread: 900,
    digits: 0,
  },
  {
    series: 'avis',
    name: 'Avis des usagers',
    matrix: 'useful',
    unit: 'sur 10',
    direction: 'up',
    provenance: 'série simulée, comme un export de « Je donne mon avis »',
    start: 7.4,
    slope: 0.03,
    spread: 0.2,
    digits: 1,
  },
  {
    series: 'cout',
    name: 'Coût par personne qui a cherché',
    matrix: 'efficient',
    unit: '€',
    direction: 'down',
    provenance: 'série simulée, comme un budget divisé par l’usage',
    start: 3.1,
    slope: -0.05,
    spread: 0.15,
    digits: 2,
  },
];

/** Sources of the rows that a service declares itself, one series each. */
export const declaredSources = rows
  .map(({ series }) => `  ${series}: {kind: series, files: ${series}.csv, time: mois, value: valeur}\n`)
  .join('');

export const declaredIndicators = rows
  .map(
    ({ series, name, matrix, unit, direction, provenance }) => `  - id: ${series}
    name: ${JSON.stringify(name)}
    matrix: ${matrix}
    method: declared
    series: ${series}
    unit: ${unit}
    direction: ${direction}
    provenance: ${JSON.stringify(provenance)}
    limits: ["${simulated}"]
`,
  )
  .join('');

/** Each series, month by month, simulated. */
export const declaredSeries = (known: Known): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map((row, i) => [`${row.series}.csv`, seriesOf(row, known, 31 + i)]));

function seriesOf({ start, slope, spread, digits }: DeclaredRow, known: Known, seed: number): string {
  const months = monthsBetween(known);
  return fixedTable('mois,valeur', { count: months.length, seed }, ({ uniform }, rank) => [
    months[rank - 1] ?? '',
    (start + slope * rank + spread * (uniform() - 0.5)).toFixed(digits),
  ]);
}
