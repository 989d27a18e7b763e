import { frenchDay } from '../../platform/french/date.ts';
import type { KnownFigure } from './known-figures.ts';
import type { ObjectiveTie } from './objectives.ts';
import type { ObjectiveResult } from './results.ts';

/**
 * What a figure says of an objective tied to it, on a day: reached or not when the whole interval is on one side of the
 * target, else that it cannot be told; an objective whose day has not come is never said to be missed.
 */
export function judgeObjective(
  { tie, dueOn }: { readonly tie: ObjectiveTie; readonly dueOn: string },
  known: KnownFigure | null,
  today: string,
): ObjectiveResult {
  const result = (verdict: ObjectiveResult['verdict'], word: string) => ({ verdict, word, isComputed: true });
  const said = known?.figure ?? null;
  if (said === null)
    return result('not-measurable', 'Aucun chiffre n’est mesuré à ce jour pour cet objectif.');
  const { value, figure, say, at } = said;
  const [lower, upper] = figure === null ? [value, value] : [figure.lower, figure.upper];
  const read = at === '' ? '' : ` ${at}`;
  const range = figure === null ? '' : `, entre ${say(lower)} et ${say(upper)}`;
  const fact = `${say(value)}${read}${range}, pour un objectif ${goal(tie, say)}`;
  const worst = tie.direction === 'at-least' ? lower >= tie.target : upper <= tie.target;
  const best = tie.direction === 'at-least' ? upper >= tie.target : lower <= tie.target;
  if (worst) return result('reached', `${fact} : il est atteint.`);
  if (dueOn > today)
    return result('not-measurable', `${fact}, à atteindre le ${frenchDay(dueOn)} : ce jour n’est pas venu.`);
  if (!best) return result('not', `${fact} : il n’est pas atteint.`);
  return result(
    'not-measurable',
    `${fact} : l’intervalle contient l’objectif, on ne peut pas dire s’il est atteint.`,
  );
}

/** `d’au moins 15 sur 100`. */
export const goal = ({ direction, target }: ObjectiveTie, say: (value: number) => string): string =>
  `${direction === 'at-least' ? 'd’au moins' : 'd’au plus'} ${say(target)}`;
