import type { FigureEstimate, FigureMeasure } from '../../measure/figure-measure.ts';
import { type DisclosureRule, maySee } from '../disclosure/rule.ts';
import { attackFigure } from './attack-figure.ts';
import type { FigureCounts } from './figure-counts.ts';

/**
 * What of a figure may be seen: totals and samples of enough people, and changed by none or enough of them since each
 * earlier publication. Months one by one are left out: only the total, or the last whole month, is public.
 */
export function freezeFigure(
  measure: FigureMeasure,
  rule: DisclosureRule,
  earlier: readonly FigureCounts[],
): FigureCounts | { readonly kind: 'few-changes' } {
  const whole = shown(measure, rule);
  const changedByFew = (counts: FigureCounts) => attackFigure(counts, earlier, rule).length > 0;
  const { answers } = whole;
  if (answers === null) return changedByFew(whole) ? { kind: 'few-changes' } : whole;
  const only = (kept: readonly FigureEstimate[]) => ({ ...whole, answers: { ...answers, estimates: kept } });
  const everyone = answers.estimates.filter(({ group }) => group === null);
  if (changedByFew(only(everyone))) return { kind: 'few-changes' };
  const breakdowns = [...new Set(answers.estimates.map(({ by }) => by))].filter(
    (by) =>
      by === null || !changedByFew(only([...everyone, ...answers.estimates.filter((own) => own.by === by)])),
  );
  return only(answers.estimates.filter(({ by }) => breakdowns.includes(by)));
}

const hiddenFor = (rule: DisclosureRule) =>
  `Masqué : le chiffre reposerait sur un effectif de moins de ${rule.threshold}.`;

function shown(measure: FigureMeasure, rule: DisclosureRule): FigureCounts {
  const base: FigureCounts = {
    kind: 'figures',
    unit: measure.unit,
    counted: null,
    calls: null,
    sample: null,
    answers: null,
    values: null,
    reference: measure.reference,
    missing: null,
  };
  const { estimate } = measure.headline;
  if (estimate.kind === 'insufficient') return { ...base, missing: hiddenFor(rule) };
  const hidden = { ...base, missing: hiddenFor(rule) };
  switch (measure.method) {
    case 'declared':
      return { ...base, values: measure.values };
    case 'proxy': {
      const total = measure.months.reduce((sum, { count }) => sum + count, 0);
      const { calibration } = measure;
      const called = calibration === null ? null : { n: calibration.called, events: calibration.yes };
      const fromRecords = calibration !== null && calibration.source !== null;
      if (
        !maySee(total, rule) ||
        (fromRecords && called !== null && !safeSplit(called.events, called.n, rule))
      )
        return hidden;
      const input = measure.inputs[0];
      const counted = { total, from: input?.firstDay ?? null, to: input?.lastDay ?? null };
      return { ...base, counted, calls: called };
    }
    case 'sample-volume': {
      const { sample, volume } = measure;
      if (sample === null) return hidden;
      const month = volume.months.find((own) => own.month === estimate.period);
      const of = volume.given?.value ?? month?.count ?? 0;
      if ((sample.source !== null && !maySee(sample.n, rule)) || (volume.given === null && !maySee(of, rule)))
        return hidden;
      const estimated = volume.given !== null && volume.given.lower !== null;
      const { n, mean, lower, upper } = sample;
      const product =
        estimated && estimate.lower !== null && estimate.upper !== null
          ? { lower: estimate.lower, upper: estimate.upper }
          : null;
      const fromRecords = { sample: sample.source !== null, volume: volume.given === null };
      return {
        ...base,
        sample: { n, mean, lower, upper, period: estimate.period, volume: of, fromRecords, product },
      };
    }
    case 'asked-later': {
      const { asked, answered } = measure.response;
      const read = estimate.value === null ? 0 : Math.round(estimate.value * estimate.n);
      const whole =
        measure.unit !== 'proportion' ||
        (safeSplit(measure.outcomes, answered, rule) && safeSplit(read, answered, rule));
      if (!whole || !maySee(answered, rule) || !maySee(asked - answered, rule)) return hidden;
      return { ...base, answers: { asked, answered, estimates: shownEstimates(measure.estimates, rule) } };
    }
  }
}

/** A part and what is left of it. */
const safeSplit = (part: number, all: number, rule: DisclosureRule): boolean =>
  maySee(all, rule) && maySee(part, rule) && maySee(all - part, rule);

/** Everyone, and the breakdowns of which no group is too small; one group hidden alone would be known by difference. */
function shownEstimates(
  estimates: readonly FigureEstimate[],
  rule: DisclosureRule,
): readonly FigureEstimate[] {
  const small = new Set(
    estimates.filter((own) => own.group !== null && !safeGroup(own, rule)).map(({ by }) => by),
  );
  return estimates.filter(({ group, by }) => group === null || !small.has(by));
}

function safeGroup({ n, unit, value }: FigureEstimate, rule: DisclosureRule): boolean {
  if (!maySee(n, rule)) return false;
  if (unit !== 'proportion' || value === null) return true;
  const said = Math.round(value * n);
  return safeSplit(said, n, rule);
}
