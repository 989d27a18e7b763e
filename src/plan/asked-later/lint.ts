import type { Advice } from '../lint-plan.ts';
import type { AskedLaterIndicator, Plan } from '../plan.ts';

/** What a careful colleague would say of a survey. */
export function askedLaterAdvice(plan: Plan, { answers, margins, after }: AskedLaterIndicator): Advice[] {
  const advice: Advice[] = [];
  const sample = plan.sources[answers];
  if (sample?.kind === 'sample' && (sample.drawn === null || sample.drawn === 'convenience')) {
    const sentence =
      'Rien ne dit que les personnes interrogées ont été tirées au hasard, ou toutes interrogées (drawn) : un questionnaire laissé ouvert à qui veut n’est pas un échantillon.';
    advice.push({ path: '.answers', code: 'sample-not-drawn', sentence });
  }
  if (after === null) {
    const sentence =
      'Le plan ne dit pas combien de temps après l’usage on demande (after) : trop tôt, l’effet n’est pas encore arrivé. Écrivez par exemple after: 30d, avec used et time dans la source.';
    advice.push({ path: '', code: 'no-delay', sentence });
  }
  if (margins.length === 0) {
    const sentence =
      'Aucune répartition connue de la population (margins) : si les jeunes répondent moins, rien ne le corrige. Ajoutez l’âge ou le territoire, comptés dans le journal d’usage.';
    advice.push({ path: '', code: 'no-margins', sentence });
  }
  return advice;
}
