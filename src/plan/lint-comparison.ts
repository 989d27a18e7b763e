import type { Advice } from './lint-plan.ts';
import type { FollowUpIndicator } from './plan.ts';
import { termAdvice } from './rollout/lint.ts';

/** What a careful colleague would say of a comparison that is well formed. */
export function comparisonAdvice({ comparison, rollout, decision, horizons }: FollowUpIndicator): Advice[] {
  if (rollout !== undefined) return termAdvice(rollout);
  if (comparison === undefined) return [];
  const advice: Advice[] = [];
  if (comparison.design === 'adjusted' && comparison.covariates.length < 3) {
    const sentence = `Les groupes ne sont rendus semblables que sur ${comparison.covariates.join(' et ')} : qui utilise le service en diffère sans doute aussi autrement. Ajoutez ce qui est connu avant l'usage (âge, territoire, ancienneté, parcours…).`;
    advice.push({ path: '.comparison.covariates', code: 'few-covariates', sentence });
  }
  if (comparison.linkage !== null) {
    const all = 'treated' in comparison.linkage ? Object.values(comparison.linkage) : [comparison.linkage];
    if (all.some((rates) => rates.missed + rates.false >= 1)) {
      const sentence =
        'Les taux d’erreur d’appariement (missed + false) atteignent 1 : être apparié ne dirait plus rien, aucun effet ne sera donné. Ce sont des parts : 8 % s’écrit 0.08.';
      advice.push({ path: '.comparison.linkage', code: 'impossible-linkage', sentence });
    }
  }
  if (decision !== undefined && decision.threshold === null) {
    const sentence =
      'Aucun seuil (threshold) n’est fixé : choisissez avant de regarder le plus petit effet qui compterait, par exemple threshold: 0.01 pour un point.';
    advice.push({ path: '.decision', code: 'no-threshold', sentence });
  }
  if (horizons.length > 4) {
    const sentence = `L'effet sera lu à ${horizons.length} horizons : plus on regarde, plus le hasard a d'occasions de tromper. Gardez-en deux ou trois, choisis d'avance.`;
    advice.push({ path: '.horizons', code: 'many-horizons', sentence });
  }
  return advice;
}
