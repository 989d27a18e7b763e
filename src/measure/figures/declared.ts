import { countedRows } from '../../engine/counted-rows.ts';
import type { DeclaredIndicator } from '../../plan/plan.ts';
import { counted } from '../../platform/french/number.ts';
import { figureField } from '../../records/record-shape.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { DeclaredMeasure, FigureEstimate } from '../figure-measure.ts';
import type { Warning } from '../measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { check, evidenceOf } from './checks.ts';
import { declaredSentence, trendOf } from './declared-sentence.ts';
import { figure, noFigure } from './estimates.ts';
import { figureFrame } from './frame.ts';
import { numberOf } from './sample-rows.ts';

type Value = DeclaredMeasure['values'][number];

/** Figures given elsewhere, as they are: the last one, each one before it, and how it moved over a year. */
export async function measureDeclared(
  context: MeasureContext,
  indicator: DeclaredIndicator,
): Promise<DeclaredMeasure> {
  const { unit, direction, provenance } = indicator;
  const { values, warnings } = await readSeries(context, indicator);
  const estimates = values.map(({ day, value }) =>
    figure({ value, lower: null, upper: null }, { unit, n: 1, period: day }),
  );
  const last = values.at(-1);
  const estimate: FigureEstimate =
    estimates.at(-1) ??
    noFigure(
      'not-enough',
      `Aucun chiffre lisible dans « ${indicator.series} » : vérifiez la colonne value.`,
      {
        unit,
        n: 0,
      },
    );
  const trend = trendOf(values, unit, direction);
  const frame = figureFrame(context, indicator);
  const evidence = evidenceOf(
    [
      check(
        'origine',
        provenance === null ? false : null,
        provenance === null
          ? 'Le plan ne dit pas d’où vient ce chiffre.'
          : `Ce chiffre vient de : ${provenance.replace(/[.…]\s*$/, '')}. Rien ici ne le vérifie.`,
      ),
    ],
    { best: 0, otherwise: 0 },
    'Mesurer ce que le chiffre dit, par un suivi après l’usage, un échantillon ou une enquête.',
  );
  return {
    ...frame,
    method: 'declared',
    unit,
    direction,
    provenance,
    values,
    trend,
    coverage:
      last === undefined
        ? null
        : { day: last.day, derived: true, sentence: 'Date du dernier chiffre donné.' },
    units: values.length,
    outcomes: 0,
    estimates,
    headline: {
      sentence: declaredSentence({ indicator, estimate, last, trend, reference: frame.reference }),
      estimate,
      effect: null,
    },
    checks: evidence.checks,
    evidence,
    warnings,
  };
}

async function readSeries(
  { plan, engine }: MeasureContext,
  indicator: DeclaredIndicator,
): Promise<{ readonly values: readonly Value[]; readonly warnings: readonly Warning[] }> {
  const source = plan.sources[indicator.series];
  if (source?.kind !== 'series') throw new TypeError(`source ${indicator.series} is no series`);
  const columns = ['value', ...(source.goal === null ? [] : ['goal'])] as ('value' | 'goal')[];
  const rows = await engine.query<{ day: number; n: number; cell_0: string | null; cell_1?: string | null }>(
    countedRows(
      source.name,
      { day: true, delay: false },
      columns.map((name) => `a_${figureField(name)}`),
    ),
  );
  const byDay = new Map<number, Value>();
  let unreadable = 0;
  let repeated = 0;
  for (const row of rows) {
    const value = numberOf(row.cell_0);
    if (value === null) unreadable += row.n;
    else {
      repeated += row.n - (byDay.has(row.day) ? 0 : 1);
      byDay.set(row.day, { day: isoDay(row.day), value, goal: numberOf(row.cell_1 ?? null) });
    }
  }
  const name = `« ${source.name} »`;
  return {
    values: [...byDay].sort(([a], [b]) => a - b).map(([, value]) => value),
    warnings: [
      ...(unreadable > 0
        ? [
            {
              code: 'unreadable-value',
              sentence: `${name} : ${counted(unreadable, 'valeur vide ou illisible', 'valeurs vides ou illisibles')}, hors de la série.`,
            },
          ]
        : []),
      ...(repeated > 0
        ? [
            {
              code: 'repeated-day',
              sentence: `${name} : ${counted(repeated, 'date est donnée', 'dates sont données')} plusieurs fois ; la plus grande valeur de chaque date est gardée. Gardez-en une seule.`,
            },
          ]
        : []),
    ],
  };
}
