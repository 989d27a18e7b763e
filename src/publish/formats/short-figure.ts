import { changeText } from '../../measure/rollout/figure-text.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import type { PublishedMeasure } from '../bundle/bundle.ts';
import { effectUnit } from '../bundle/effect-unit.ts';
import { isShare } from '../bundle/is-share.ts';

/** The figure in a few words, for a badge: `14 sur 100 (13 à 15)`, `+2,1 points`; what is missing when there is none. */
export function shortFigure({
  headline,
  method,
  figures,
}: Pick<PublishedMeasure, 'headline' | 'method' | 'figures'>): string {
  const { effect, estimate } = headline;
  if (effect !== null) {
    const unit = effectUnit(figures);
    const label = unit.label === null ? '' : `${tied}${unit.label}`;
    return effect.kind === 'estimate'
      ? `${changeText(effect.value, effect.upper - effect.lower, unit)}${label}`
      : 'effet pas encore connu';
  }
  const { value, lower, upper } = estimate;
  if (value === null) return 'pas encore de chiffre';
  const share = isShare(method, estimate);
  const say = (amount: number) => {
    const shown = share ? amount * 100 : amount;
    return frenchNumber(shown, Math.abs(shown) < 10 ? 1 : 0);
  };
  const unit = share ? `${tied}sur${tied}100` : '';
  return lower === null || upper === null
    ? `${say(value)}${unit}`
    : `${say(value)}${unit} (${say(lower)}${tied}à${tied}${say(upper)})`;
}
