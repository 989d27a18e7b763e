/** A figure a service gives of itself, which nothing here can check: evidence level 0. */
export interface DeclaredFigure {
  readonly indicator: string;
  readonly kind: 'usage' | 'impact';
  readonly value: number;
  readonly unit: string;
  /** Whether it is aimed at rather than observed. */
  readonly isTarget: boolean;
  /** Day the figure holds for; the last one when it covers a period. */
  readonly measuredOn: string;
  readonly periodStart: string | null;
  /** Kind of territory (REG, DEP, COM…) and its INSEE code; null: everywhere. */
  readonly placeLevel: string | null;
  readonly placeCode: string | null;
  readonly frequency: string | null;
  readonly automated: boolean | null;
  readonly collected: string | null;
  readonly comment: string | null;
}

/** What makes two figures the same one: a new value for it replaces the other. */
export function figureKey(
  figure: Pick<
    DeclaredFigure,
    'indicator' | 'isTarget' | 'measuredOn' | 'periodStart' | 'placeLevel' | 'placeCode'
  >,
): string {
  return JSON.stringify([
    figure.indicator,
    figure.isTarget,
    figure.measuredOn,
    figure.periodStart,
    figure.placeLevel,
    figure.placeCode,
  ]);
}
