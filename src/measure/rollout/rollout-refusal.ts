import { frenchDay } from '../../platform/french/date.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';
import {
  type RolloutIdentification,
  rolloutIdentification,
} from '../../statistics/rollout-identification.ts';
import type { RolloutQuestion } from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';

export interface RolloutRefusal {
  readonly reason: InsufficientReason;
  readonly sentence: string;
}

const insteadInTime =
  'On peut décrire un avant-après (design: before-after), sans pouvoir écarter une autre cause survenue au même moment.';

/** What adoption dates let one say, on the periods that can be read. */
export function identify(question: RolloutQuestion, sorted: SortedTerritories): RolloutIdentification {
  const { calendar } = question.panel;
  const groups = [...sorted.treated, ...sorted.controls, ...sorted.already].map(({ started }) => started);
  return rolloutIdentification(groups, sorted.periods, calendar.nameOf);
}

/** Why territories cannot be compared, whatever the estimator; null when they can. */
export function rolloutRefusal(
  question: RolloutQuestion,
  sorted: SortedTerritories,
  identification: RolloutIdentification,
): RolloutRefusal | null {
  const { territories, periods } = question.panel;
  const no = (sentence: string): RolloutRefusal => ({
    reason: 'not-identified',
    sentence: `Non identifiable : ${sentence}`,
  });
  if (territories.length === 0)
    return { reason: 'not-enough', sentence: 'Trop peu : aucun territoire observé.' };
  if (territories.length === 1)
    return no(`un seul territoire est observé, il n’y a personne à qui comparer. ${insteadInTime}`);
  const together = allAtOnce(question);
  if (together !== null) return no(`tout le monde a reçu le service ${together}. ${insteadInTime}`);
  if (periods.length === 1)
    return no(
      'une seule période est observée ; il en faut au moins une avant et une après l’arrivée du service.',
    );
  const waiting = notMature(question, sorted);
  if (waiting !== null) return waiting;
  if (sorted.treated.length + sorted.controls.length === 0 && sorted.already.length === territories.length)
    return no(
      'tous les territoires avaient déjà le service à la première période observée : il n’y a pas d’« avant ».',
    );
  if (sorted.treated.length === 0 && sorted.sizeless.some(({ started }) => started !== null))
    return no(
      'aucun territoire équipé n’a de taille, or chacun doit compter selon la sienne ; complétez weight, ou retirez weighting: size.',
    );
  if (sorted.treated.length === 0 && sorted.incomplete.some(({ started }) => started !== null))
    return no(
      'aucun territoire équipé n’est observé à toutes les périodes ; complétez la table, ou gardez les périodes communes (where).',
    );
  if (identification.status === 'not-identified')
    return { reason: 'not-identified', sentence: identification.sentence };
  return null;
}

/** « le même jour », « pendant la même période (mars 2024) »; null when territories started apart, or not all did. */
function allAtOnce({ panel }: RolloutQuestion): string | null {
  const { territories, calendar } = panel;
  const starts = new Set(territories.map(({ started }) => started));
  const [start] = starts;
  if (starts.size > 1 || start === null || start === undefined) return null;
  return new Set(territories.map(({ startedOn }) => startedOn)).size === 1
    ? 'le même jour'
    : `pendant la même période (${calendar.nameOf(start)})`;
}

/** The service has arrived somewhere, but nobody there has been followed long enough yet. */
function notMature({ panel, horizon }: RolloutQuestion, sorted: SortedTerritories): RolloutRefusal | null {
  const last = sorted.periods.at(-1) ?? Number.NEGATIVE_INFINITY;
  const first = panel.periods[0] ?? 0;
  const end = panel.periods.at(-1) ?? 0;
  const starts = panel.territories.flatMap(({ started }) =>
    started !== null && started > first && started <= end ? [started] : [],
  );
  if (starts.length === 0 || starts.some((start) => start <= last)) return null;
  const start = Math.min(...starts);
  const ends = panel.calendar.lastDay(start);
  const due =
    horizon === null || ends === null
      ? ''
      : ` Premier chiffre quand le registre sera complet jusqu’au ${frenchDay(isoDay(ends + horizon))}.`;
  const what =
    horizon === null
      ? 'les valeurs des périodes avec le service ne sont pas encore complètes'
      : `les premiers territoires équipés (${panel.calendar.nameOf(start)}) n’ont pas encore été suivis ${plainDuration(horizon)}`;
  return { reason: 'not-mature', sentence: `Pas encore mûr : ${what}.${due}` };
}
