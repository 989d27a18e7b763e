import type { Advice } from '../lint-plan.ts';
import { speaksOfUsage } from '../plain-words.ts';
import type { Plan, RolloutIndicator } from '../plan.ts';
import type { RolloutTerms } from './terms.ts';

/** What may mislead in the comparison of a panel; paths are those of the indicator's keys. */
export function rolloutAdvice(plan: Plan, indicator: RolloutIndicator): Advice[] {
  const { matrix, name, panel, valueLabel, comparison } = indicator;
  const source = plan.sources[panel];
  const advice: Advice[] = [];
  if ((matrix === 'impactful' || matrix === 'efficient') && speaksOfUsage(name)) {
    const sentence = `« ${name} » compte un usage, présenté comme un impact. Un usage ne dit pas ce qui change ensuite : classez-le en « used », ou mesurez ce qui arrive après.`;
    advice.push({ path: '.name', code: 'usage-as-impact', sentence });
  }
  if (source?.kind === 'panel' && source.numerator === null && valueLabel === null) {
    const sentence =
      'Rien ne dit ce que compte la valeur : le chiffre sera donné sans unité. Ajoutez value_label, par exemple « sorties pour 1 000 logements ».';
    advice.push({ path: '', code: 'no-value-label', sentence });
  }
  return [...advice, ...termAdvice(comparison)];
}

/** What may mislead in a comparison by territories or in time, whatever is read. */
export function termAdvice({ design, controlGroup, estimator }: RolloutTerms): Advice[] {
  const advice: Advice[] = [];
  if (design === 'before-after') {
    const sentence =
      'Un avant-après ne distingue pas le service d’une autre cause survenue au même moment : le niveau de preuve restera à 2. Si le service est arrivé plus tôt dans certains territoires, comparez-les (design: rollout).';
    advice.push({ path: '.comparison.design', code: 'before-after', sentence });
  }
  if (design === 'rollout' && controlGroup === 'never-treated' && estimator !== 'synthetic-control') {
    const sentence =
      'Seuls les territoires jamais équipés serviront de comparaison (never-treated) : s’ils sont à part (outre-mer, territoires volontaires), gardez not-yet-treated, qui compare aussi à ceux qui attendent.';
    advice.push({ path: '.comparison.control_group', code: 'never-treated-only', sentence });
  }
  return advice;
}
