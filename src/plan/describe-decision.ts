import type { DecisionTerms } from './plan.ts';

/** What the decision needs, in one line; none when nothing is given. */
export function decisionLines(decision: DecisionTerms, effectText: (value: number) => string): string[] {
  const terms = [
    ...(decision.threshold === null ? [] : [`un effet compte à partir de ${effectText(decision.threshold)}`]),
    ...(decision.valuePerOutcome === null
      ? []
      : [`un effet supplémentaire vaut ${euros(decision.valuePerOutcome)}`]),
    ...(decision.cost === null
      ? []
      : [`le service coûte ${euros(decision.cost)} pour les personnes suivies`]),
    ...(decision.note === null ? [] : [decision.note.replace(/[.…]\s*$/, '')]),
  ];
  return terms.length === 0 ? [] : [`Pour décider : ${terms.join(' ; ')}.`];
}

export const percent = (share: number): string => Number((share * 100).toFixed(2)).toLocaleString('fr-FR');

export const points = (share: number): string =>
  `${percent(share)} ${Math.abs(share) < 0.02 ? 'point' : 'points'}`;

const euros = (amount: number): string => `${amount.toLocaleString('fr-FR')} €`;
