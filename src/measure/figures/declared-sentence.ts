import { daysBetween } from '../../plan/calendar-date.ts';
import type { DeclaredIndicator } from '../../plan/plan.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { fittingStep, measured } from '../../platform/french/quantity.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { DeclaredMeasure, FigureEstimate } from '../figure-measure.ts';

type Values = DeclaredMeasure['values'];

interface Facts {
  readonly indicator: DeclaredIndicator;
  readonly estimate: FigureEstimate;
  readonly last: Values[number] | undefined;
  readonly trend: DeclaredMeasure['trend'];
  readonly reference: DeclaredMeasure['reference'];
}

/** « Satisfaction : 8,2 sur 10 le 31 octobre 2026 (chiffre déclaré). En un an, +0,4. Objectif : 8,5. » */
export function declaredSentence({ indicator, estimate, last, trend, reference }: Facts): string {
  if (estimate.kind === 'insufficient' || last === undefined) {
    return estimate.kind === 'insufficient' ? estimate.sentence : '';
  }
  const said = (value: number) => measured(value, indicator.unit, fittingStep(value, indicator.unit));
  const goal = last.goal ?? reference.target;
  const by = last.goal === null && reference.by !== null ? ` d’ici le ${frenchDay(reference.by)}` : '';
  return typeset(
    [
      `${indicator.name} : ${said(last.value)} le ${frenchDay(last.day)}, chiffre déclaré par le service.`,
      ...(trend === null ? [] : [trend.sentence]),
      ...(goal === null ? [] : [`Objectif : ${said(goal)}${by}.`]),
    ].join(' '),
  );
}

/** Days that a year may be away from the day it is looked for. */
const near = 46;

/** How the last figure differs from the one of a year before, or from the first when the series is younger. */
export function trendOf(values: Values, unit: string, direction: 'up' | 'down'): DeclaredMeasure['trend'] {
  const last = values.at(-1);
  const [first] = values;
  if (last === undefined || first === undefined || first === last) return null;
  const yearBefore = values.find(({ day }) => Math.abs(daysBetween(day, last.day) - 365) <= near);
  const from = yearBefore ?? first;
  const change = last.value - from.value;
  const since = yearBefore === undefined ? `Depuis le ${frenchDay(from.day)}` : 'En un an';
  const step = Math.min(fittingStep(last.value, unit), fittingStep(from.value, unit));
  if (Math.abs(change) < step / 2) {
    return { since: from.day, change, sentence: `${since}, le chiffre n’a pas bougé.` };
  }
  const better = change > 0 === (direction === 'up');
  const said = measured(Math.abs(change), unit, step);
  return {
    since: from.day,
    change,
    sentence: `${since}, ${change > 0 ? '+' : '\u2212'}${said} : c’est ${better ? 'un progrès' : 'un recul'}.`,
  };
}
