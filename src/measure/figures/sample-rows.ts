import { countedRows } from '../../engine/counted-rows.ts';
import type { SampleSource } from '../../plan/plan.ts';
import { figureField } from '../../records/record-shape.ts';
import { type Refused, refused } from '../../statistics/refused.ts';
import { populationWeights, type SurveyDesign } from '../../statistics/survey-design.ts';
import { notGiven } from '../follow-up-inputs.ts';
import type { MeasureContext } from '../measure-context.ts';

/** One sampled case. Texts are as in the file; `value` null: none was given. */
export interface SampleRow {
  readonly value: string | null;
  readonly delay: number | null;
  readonly weight: string | null;
  readonly cluster: string | null;
  readonly stratum: string | null;
  readonly population: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

const fields = ['value', 'weight', 'cluster', 'stratum', 'population'] as const;

/** The rows of a sample with the attributes asked, in an order that depends on nothing but them. */
export async function sampleRows(
  { engine }: MeasureContext,
  source: SampleSource,
  attributes: readonly string[],
): Promise<readonly SampleRow[]> {
  const stored = fields.filter((name) => source[name] !== null);
  const columns = [...stored.map((name) => figureField(name)), ...attributes].map((name) => `a_${name}`);
  const delay = source.time !== null && source.used !== null;
  const rows = await engine.query<Record<string, string | number | null> & { n: number }>(
    countedRows(source.name, { day: false, delay }, columns),
  );
  return rows.flatMap((row) => {
    const text = (i: number): string | null => {
      const cell = i < 0 ? null : row[`cell_${i}`];
      return cell === null || cell === undefined || String(cell).trim() === '' ? null : String(cell).trim();
    };
    const field = (name: (typeof fields)[number]) => text(stored.indexOf(name));
    const one: SampleRow = {
      value: field('value'),
      delay: typeof row.delay === 'number' ? row.delay : null,
      weight: field('weight'),
      cluster: field('cluster'),
      stratum: field('stratum'),
      population: field('population'),
      attributes: Object.fromEntries(
        attributes.map((name, i) => [name, text(stored.length + i) ?? notGiven]),
      ),
    };
    return Array<SampleRow>(row.n).fill(one);
  });
}

/** Beyond this, sums lose their units: no quantity that a service measures is as large. */
const largest = 1e15;

/** A number written with a point or a comma, spaces between thousands allowed; null when it is none, or absurd. */
export function numberOf(text: string | null): number | null {
  const plain = text?.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.') ?? '';
  const value = plain === '' ? Number.NaN : Number(plain);
  return Math.abs(value) <= largest ? value : null;
}

/** Above this share of values that are no number, what is left is not the sample. */
const mostUnreadable = 0.05;

export const tooManyUnreadable = (unreadable: number, read: number): Refused | null =>
  unreadable > mostUnreadable * (unreadable + read)
    ? refused(
        'invalid-input',
        `Trop de valeurs illisibles : ${unreadable} sur ${unreadable + read} ne sont pas des nombres. Vérifiez la colonne value de la source.`,
      )
    : null;

export const isDesigned = ({ weight, cluster, stratum, population }: SampleSource): boolean =>
  [weight, cluster, stratum, population].some((column) => column !== null);

/** The design by which rows were drawn, or which of its numbers cannot be read. */
export function designOf(rows: readonly SampleRow[], source: SampleSource): SurveyDesign | Refused {
  const clusters = rows.map(({ cluster }, i) =>
    source.cluster === null ? String(i) : (cluster ?? notGiven),
  );
  const strata = rows.map(({ stratum }) => (source.stratum === null ? 'all' : (stratum ?? notGiven)));
  const populations = source.population === null ? null : rows.map((row) => numberOf(row.population));
  if (populations?.some((population) => population === null || !(population > 0))) {
    return refused(
      'not-identified',
      'Non identifiable : une population totale (population) est nulle, négative ou illisible.',
    );
  }
  const known = populations?.map((population) => population ?? 0) ?? null;
  const written = source.weight === null ? null : rows.map((row) => numberOf(row.weight));
  if (written?.some((weight) => weight === null)) {
    return refused(
      'invalid-input',
      'Un poids de sondage (weight) est vide ou n’est pas un nombre : l’échantillon ne peut pas être pesé.',
    );
  }
  const weights = written?.map((weight) => weight ?? 0) ?? populationWeights(clusters, strata, known);
  return { weights, clusters, strata, populations: known ?? rows.map(() => null) };
}
