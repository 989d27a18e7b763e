import type { ProxyIndicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { type CalibratedProxy, calibratedProxy } from '../../statistics/calibrated-proxy.ts';
import { isRefused, type Refused, refused } from '../../statistics/refused.ts';
import type { FigureEstimate, MonthCount, ProxyMeasure } from '../figure-measure.ts';
import type { Warning } from '../measure.ts';
import type { MeasureContext } from '../measure-context.ts';
import { neverGiven } from './answers-seen.ts';
import { figure, noFigure, refusedFigure } from './estimates.ts';
import { figureFrame } from './frame.ts';
import { monthCounts } from './months.ts';
import { proxyEvidence } from './proxy-evidence.ts';
import { proxySentence } from './proxy-sentence.ts';
import { sampleRows } from './sample-rows.ts';

export interface Calls {
  readonly n: number;
  readonly events: number;
  readonly asked: number;
  /** None of the answers that count was given. */
  readonly never: readonly Warning[];
}

/** A sign counted month by month and, when people were called, the effects it stands for with their interval. */
export async function measureProxy(
  context: MeasureContext,
  indicator: ProxyIndicator,
): Promise<ProxyMeasure> {
  const { calibration, counted, count } = indicator;
  const months = await monthCounts(context, count);
  const calls = await readCalls(context, indicator);
  const unit = calibration?.effect ?? counted;
  const n = calls !== null && !isRefused(calls) ? calls.n : 0;
  const total = months.reduce((sum, month) => sum + month.count, 0);
  const whole = product(total, calls, { unit, period: null });
  const estimates = [whole, ...months.map((month) => monthly(month, calls, unit))];
  const signOf = indicator.signOf ?? context.plan.effect.statement;
  const share = sharesOf(total, calls);
  const evidence = proxyEvidence(context.plan, indicator, n);
  const imported = context.records.get(count);
  const through = context.plan.sources[count]?.completeThrough ?? imported?.lastDay ?? null;
  return {
    ...figureFrame(context, indicator),
    method: 'proxy',
    unit,
    counted,
    signOf,
    months,
    coverage:
      through === null ? null : coverageOf(through, context.plan.sources[count]?.completeThrough ?? null),
    units: total,
    outcomes: calls !== null && !isRefused(calls) ? calls.events : 0,
    estimates,
    calibration:
      calibration === null
        ? null
        : {
            source: 'source' in calibration.calls ? calibration.calls.source : null,
            effect: calibration.effect,
            called: n,
            yes: calls !== null && !isRefused(calls) ? calls.events : 0,
            share: share?.share.estimate ?? null,
            lower: share?.share.lower ?? null,
            upper: share?.share.upper ?? null,
          },
    headline: {
      sentence: proxySentence({
        indicator,
        signOf,
        total,
        estimate: whole,
        calibrated: share,
        from: imported?.firstDay ?? null,
        to: imported?.lastDay ?? null,
      }),
      estimate: whole,
      effect: null,
    },
    checks: evidence.checks,
    evidence,
    warnings: silent(calls, indicator),
  };
}

async function readCalls(
  context: MeasureContext,
  { calibration }: ProxyIndicator,
): Promise<Calls | Refused | null> {
  if (calibration === null) return null;
  const { calls } = calibration;
  if (!('source' in calls)) return { n: calls.called, events: calls.yes, asked: calls.called, never: [] };
  const source = context.plan.sources[calls.source];
  if (source?.kind !== 'sample') throw new TypeError(`source ${calls.source} is no sample`);
  const rows = await sampleRows(context, source, []);
  const answered = rows.filter(({ value }) => value !== null);
  if (answered.length === 0) {
    return refused(
      'empty-group',
      `Aucune ligne de « ${source.name} » n’a de réponse : le signe ne peut pas être étalonné.`,
    );
  }
  const events = answered.filter(({ value }) => value !== null && calls.yes.includes(value)).length;
  return {
    n: answered.length,
    events,
    asked: rows.length,
    never: neverGiven(source.name, answered, calls.yes),
  };
}

const sharesOf = (total: number, calls: Calls | Refused | null): CalibratedProxy | null => {
  if (calls === null || isRefused(calls)) return null;
  const read = calibratedProxy({ value: total }, calls);
  return isRefused(read) ? null : read;
};

function product(
  count: number,
  calls: Calls | Refused | null,
  of: { readonly unit: string; readonly period: string | null },
): FigureEstimate {
  if (calls === null) return figure({ value: count, lower: null, upper: null }, { ...of, n: count });
  if (isRefused(calls)) return refusedFigure(calls, { ...of, n: 0 });
  const read = calibratedProxy({ value: count }, calls);
  return isRefused(read)
    ? refusedFigure(read, { ...of, n: calls.n })
    : figure({ value: read.estimate, lower: read.lower, upper: read.upper }, { ...of, n: calls.n });
}

function coverageOf(day: string, declared: string | null): NonNullable<ProxyMeasure['coverage']> {
  const sentence =
    declared === null
      ? `Lignes comptées jusqu’au ${frenchDay(day)}, la dernière du fichier.`
      : `Lignes comptées jusqu’au ${frenchDay(day)}, dernier jour complet selon le plan.`;
  return { day, derived: declared === null, sentence };
}

function monthly(month: MonthCount, calls: Calls | Refused | null, unit: string): FigureEstimate {
  const of = { unit, period: month.month };
  if (month.complete) return product(month.count, calls, of);
  const sentence = 'Mois en cours ou commencé tard : il n’est pas complet.';
  return noFigure('not-mature', sentence, { ...of, n: month.count });
}

function silent(calls: Calls | Refused | null, { calibration }: ProxyIndicator): readonly Warning[] {
  if (calls === null || isRefused(calls) || calibration === null || !('source' in calibration.calls))
    return [];
  const missing = calls.asked - calls.n;
  if (missing === 0) return calls.never;
  const sentence = `« ${calibration.calls.source} » : ${counted(missing, 'cas', 'cas')} sur ${frenchNumber(calls.asked)} ${missing < 2 ? 'est resté' : 'sont restés'} sans réponse. La part constatée suppose que tous se ressemblent.`;
  return [...calls.never, { code: 'no-answer', sentence }];
}
