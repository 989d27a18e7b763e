import type { Comparison } from './plan.ts';
import type { DocumentPath, Finding } from './problem.ts';
import { keyOf } from './written-key.ts';

type Say = (keys: DocumentPath, sentence: string, suggestion?: string) => Finding;

const precision: readonly string[] = ['none', 'lin', 'cuped'];

/** What is wrong in how the groups are to be made alike, or the difference sharpened. */
export function adjustmentFindings(
  comparison: Comparison,
  written: Readonly<Record<string, unknown>>,
  say: Say,
): Finding[] {
  const { design, adjustment, covariates, prePeriod, strata } = comparison;
  const has = (key: string) => keyOf(written.comparison, key) != null;
  const at = (key: string, sentence: string) => say(['comparison', key], sentence);
  if (precision.includes(adjustment) !== (design === 'randomised')) {
    return [
      at(
        'adjustment',
        design === 'randomised'
          ? `comparison.adjustment vaut ${adjustment}, qui rend semblables des groupes non tirés au sort ; après un tirage, écrivez none, lin (sur covariates) ou cuped (sur pre_period)`
          : `comparison.adjustment vaut ${adjustment}, qui n’a de sens qu’après un tirage au sort ; ici, écrivez doubly-robust, weighting, entropy, matching-exact ou matching-nearest`,
      ),
    ];
  }
  const findings: Finding[] = [];
  if (strata.length > 0 && design !== 'randomised') {
    findings.push(
      at(
        'strata',
        'comparison.strata dit dans quoi un tirage au sort a été fait : écrivez design: randomised, ou mettez ces attributs dans covariates',
      ),
    );
  }
  if (strata.length > 0 && design === 'randomised' && adjustment !== 'none') {
    findings.push(
      at(
        'strata',
        `comparison.strata et adjustment: ${adjustment} ajustent tous deux l’écart ; gardez l’un des deux${adjustment === 'lin' ? ' (lin accepte les strates parmi covariates)' : ''}`,
      ),
    );
  }
  if (adjustment.startsWith('matching') && keyOf(written.comparison, 'estimand') === 'ate') {
    findings.push(
      at(
        'estimand',
        'apparier chaque usager à ses semblables donne l’effet sur les usagers (estimand: att) ; pour l’effet sur tout le monde, écrivez adjustment: doubly-robust, weighting ou entropy',
      ),
    );
  }
  for (const key of ['replacement', 'caliper']) {
    if (has(key) && adjustment !== 'matching-nearest') {
      findings.push(
        at(key, `comparison.${key} n’a de sens qu’avec adjustment: matching-nearest ; retirez-le`),
      );
    }
  }
  if (adjustment === 'lin' && covariates.length === 0) {
    findings.push(
      at(
        'adjustment',
        'comparison.adjustment vaut lin, mais aucune caractéristique (covariates) n’est donnée ; ajoutez celles connues avant le tirage',
      ),
    );
  }
  if (adjustment === 'cuped' && prePeriod === null) {
    findings.push(
      at(
        'adjustment',
        'comparison.adjustment vaut cuped, mais rien ne dit la mesure faite avant ; ajoutez pre_period: le nom d’un attribut numérique',
      ),
    );
  }
  if (prePeriod !== null && adjustment !== 'cuped') {
    findings.push(at('pre_period', 'comparison.pre_period ne sert qu’avec adjustment: cuped ; retirez-le'));
  }
  return findings;
}
