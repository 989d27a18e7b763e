import type { KnownFigure } from '../../../committee/sessions/known-figures.ts';
import type { Objective } from '../../../committee/sessions/objectives.ts';
import { typedDay } from '../../../committee/sessions/typed-day.ts';
import { typedNumber } from '../../../committee/sessions/typed-number.ts';
import { longestWord, written } from '../../../committee/sessions/written.ts';
import { formNotUnderstood } from '../../../platform/accounts/refusals.ts';

/** An objective as its form sends it; a target is typed as the figure is said: 15 for 15 out of 100. */
export function readObjectiveForm(
  form: ReadonlyMap<string, string>,
  known: readonly KnownFigure[],
): Omit<Objective, 'id'> {
  const typed = (name: string) => form.get(name) ?? '';
  const objective = {
    text: written(typed('texte'), 'Il manque le texte de l’objectif.', longestWord),
    dueOn: typedDay(typed('echeance'), 'l’échéance d’un objectif'),
  };
  const indicator = typed('indicateur');
  if (indicator === '') return { ...objective, tie: null };
  const direction = typed('sens');
  const figure = known.find((own) => own.indicator === indicator)?.figure ?? null;
  if (figure === null || (direction !== 'at-least' && direction !== 'at-most')) throw formNotUnderstood();
  const value = typedNumber(typed('cible'), 'une cible');
  const target = figure.saidIn === 'own' ? value : value / 100;
  return { ...objective, tie: { indicator, direction, target } };
}
