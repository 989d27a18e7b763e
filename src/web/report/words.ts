import type { FollowUpMeasure, Grouped } from '../../measure/measure.ts';
import { counted } from '../../platform/french/number.ts';
import { quoted } from '../../platform/french/typography.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';

/** The words that a measure's codes are shown with, on the page and in the terminal. */
export const refusalNames: Readonly<Record<InsufficientReason, string>> = {
  'not-enough': 'Trop peu',
  'not-mature': 'Pas encore mûr',
  'not-comparable': 'Groupes non comparables',
  'not-identified': 'Non identifiable',
};

export const methods = {
  'kaplan-meier': 'incidence cumulée de Kaplan-Meier (tient compte de la durée de suivi de chacun)',
  'aalen-johansen': 'incidence cumulée d’Aalen-Johansen (tient compte des autres sorties possibles)',
} as const;

export function unitNoun({ unit, unitLabel }: Pick<FollowUpMeasure, 'unit' | 'unitLabel'>): string {
  if (unitLabel !== undefined) return unitLabel;
  return unit === 'person' ? 'personnes' : 'couples usager-cible';
}

/** `1 personne`, `12 couples usager-cible`: how many units a measure follows. */
export function countedUnits(measure: Pick<FollowUpMeasure, 'unit' | 'unitLabel' | 'units'>): string {
  const many = unitNoun(measure);
  if (measure.unitLabel !== undefined) return counted(measure.units, many, many);
  return counted(measure.units, measure.unit === 'person' ? 'personne' : 'couple usager-cible', many);
}

/** Column heads that agree with `unitNoun`: all units followed, and those still followed at the horizon. */
export function followedHeads({ unit, unitLabel }: Pick<FollowUpMeasure, 'unit' | 'unitLabel'>): {
  readonly all: string;
  readonly still: string;
} {
  if (unitLabel !== undefined) return { all: 'Effectif suivi', still: 'Encore suivi à cette date' };
  return unit === 'person'
    ? { all: 'Personnes suivies', still: 'Encore suivies à cette date' }
    : { all: 'Couples suivis', still: 'Encore suivis à cette date' };
}

export function groupName({ group }: Pick<Grouped, 'group'>): string {
  if (group === null) return 'Ensemble';
  return group.trim() === '' ? '(non renseigné)' : group;
}

/** `groupe`, or the breakdown's name between quotation marks. */
export function breakdownName(by: string): string {
  return by === 'group' ? 'le groupe' : quoted(by);
}

/** Whether units enter by using the service, rather than by being in a table of people already followed. */
export function entersByUse({ inputs }: Pick<FollowUpMeasure, 'inputs'>): boolean {
  return !inputs.some((input) => input.kind === 'units');
}
