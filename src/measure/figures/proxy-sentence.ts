import type { ProxyIndicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { baseFor, between, outOf } from '../../platform/french/frequency.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import { quantity, roundingStep } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { CalibratedProxy } from '../../statistics/calibrated-proxy.ts';
import type { FigureEstimate } from '../figure-measure.ts';

interface Facts {
  readonly indicator: ProxyIndicator;
  readonly signOf: string;
  readonly total: number;
  readonly estimate: FigureEstimate;
  readonly calibrated: CalibratedProxy | null;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * « 400 permis de végétaliser accordés : c'est un signe de l'effet recherché (plus de verdure dans la rue), pas sa
 * mesure. » Calibrated: « Entre 580 et 1 160 embauches : 3 500 mises en relation × 24 sur 100 (constaté sur 100
 * cas vérifiés, entre 17 et 33). »
 */
export function proxySentence({ indicator, signOf, total, estimate, calibrated, from, to }: Facts): string {
  const { counted: signs, calibration } = indicator;
  if (estimate.kind === 'insufficient') return estimate.sentence;
  const when = from === null || to === null ? '' : ` du ${frenchDay(from)} au ${frenchDay(to)}`;
  if (calibration === null || calibrated === null) {
    return typeset(
      `${frenchNumber(total)} ${signs}${when} : c’est un signe de l’effet recherché (${bare(signOf)}), pas sa mesure.`,
    );
  }
  const share = {
    value: calibrated.share.estimate,
    lower: calibrated.share.lower,
    upper: calibrated.share.upper,
  };
  const base = baseFor(share);
  const step = roundingStep(calibrated.lower, calibrated.upper);
  const [lower, upper] = [calibrated.lower, calibrated.upper].map((value) => quantity(value, step));
  return typeset(
    `Entre ${lower} et ${upper} ${calibration.effect}${when} : ${frenchNumber(total)} ${signs} × ${outOf(share.value, base)} (constaté sur ${counted(calibrated.share.n, 'cas vérifié', 'cas vérifiés')}, ${between(share, base)}). Nous ne savons pas combien il y en aurait eu sans le service.`,
  );
}

const bare = (text: string): string => {
  const short = text.replace(/[.!…]\s*$/, '');
  return short.charAt(0).toLowerCase() + short.slice(1);
};
