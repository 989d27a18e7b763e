/** Durations of a plan: a whole number of days (`90d`) or of weeks (`12w`). */
export const durationPattern = /^\d{1,5}[dw]$/;

/**
 * Whole days in a duration text that matches `durationPattern`: `12w` gives 84. Months are refused rather than
 * rounded, because `6m` would be 181 to 184 days depending on the season and the figure would not say which.
 */
export function durationDays(text: string): number {
  const count = Number.parseInt(text, 10);
  return text.endsWith('w') ? 7 * count : count;
}

const daysInUnit: readonly [RegExp, number, 'd' | 'w'][] = [
  [/^(d|j|jours?|days?)$/, 1, 'd'],
  [/^(w|s|sem|semaines?|weeks?)$/, 1, 'w'],
  [/^(m|mois|months?)$/, 30.4375, 'd'],
  [/^(y|a|ans?|annees?|années?|years?)$/, 365.25, 'd'],
  [/^(t|trimestres?|quarters?)$/, 91.3125, 'd'],
];

/** What someone who wrote `90`, `90 jours`, `6m` or `1 an` should write, or `undefined` when it cannot be guessed. */
export function suggestDuration(written: unknown): string | undefined {
  if (typeof written === 'number') return written >= 0 ? `${Math.round(written)}d` : undefined;
  if (typeof written !== 'string') return undefined;
  const parts = /^(\d{1,5}(?:[.,]\d+)?)\s*(\p{L}*)$/u.exec(written.trim().toLowerCase());
  if (!parts) return undefined;
  const [, count = '', word = ''] = parts;
  const unit = word === '' ? daysInUnit[0] : daysInUnit.find(([pattern]) => pattern.test(word));
  const days = unit && `${Math.round(Number(count.replace(',', '.')) * unit[1])}${unit[2]}`;
  return days === written || days === undefined || !durationPattern.test(days) ? undefined : days;
}

/** `90` gives « 90 jours », `1` gives « 1 jour ». */
export const daysText = (days: number): string => `${days} ${days < 2 ? 'jour' : 'jours'}`;
