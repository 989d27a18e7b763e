import { decisionLines, percent, points } from './describe-decision.ts';
import { labelOf } from './label.ts';
import type { Comparison, FollowUpIndicator, Linkage, LinkageError } from './plan.ts';
import { rolloutText } from './rollout/describe.ts';

const nobody =
  "Comparaison : aucune ; le chiffre dit ce qui s'est passé ensuite, pas ce qui serait arrivé sans le service.";

/** Who is compared with whom, matching errors and what the decision needs, a line each. */
export function comparisonLines(indicator: FollowUpIndicator): string[] {
  const { comparison, rollout, decision } = indicator;
  if (rollout !== undefined) return [`Comparaison : ${rolloutText(rollout)}.`];
  if (comparison === undefined) return [nobody];
  const lines = [`Comparaison : ${comparisonText(comparison, (name) => labelOf(indicator, name))}.`];
  if (comparison.linkage) lines.push(`Erreurs d'appariement : ${linkageText(comparison.linkage)}.`);
  return decision ? [...lines, ...decisionLines(decision, points)] : lines;
}

function comparisonText(comparison: Comparison, label: (name: string) => string): string {
  const { design, arm, treated, control, takeUp, covariates, estimand, expectedShare, assignment } =
    comparison;
  const groups = `${label(arm)} = ${treated}, comparé ${control === null ? 'aux autres' : `à ${label(arm)} = ${control}`}`;
  if (design === 'randomised') {
    const taken = takeUp
      ? ` ; l'usage réel est lu dans ${label(takeUp.attribute)} (= ${takeUp.taken}), pour l'effet de l'usage lui-même`
      : '';
    const drawn =
      assignment === null
        ? ''
        : assignment.from === 'source'
          ? `, lus dans « ${assignment.source} »`
          : `, retrouvés par la graine « ${assignment.seed} »`;
    return `groupes tirés au sort (${percent(expectedShare)} sur 100 avec le service)${drawn}, ${groups}${taken}${precisionText(comparison, label)}`;
  }
  const whom = estimand === 'ate' ? 'tout le monde' : 'les personnes qui ont utilisé le service';
  return `${groups}, après avoir rendu les deux groupes semblables sur ${covariates.map(label).join(', ')} (${alikeText(comparison)}) ; l'effet vaut pour ${whom}. Une différence cachée reste possible`;
}

function precisionText(
  { adjustment, covariates, prePeriod, strata }: Comparison,
  label: (name: string) => string,
): string {
  if (strata.length > 0)
    return ` ; écart calculé dans chaque valeur de ${strata.map(label).join(' × ')}, puis réuni`;
  if (adjustment === 'lin') return ` ; intervalle resserré par ${covariates.map(label).join(', ')} (Lin)`;
  return adjustment === 'cuped' && prePeriod !== null
    ? ` ; intervalle resserré par ${label(prePeriod)} (CUPED)`
    : '';
}

function alikeText({ adjustment, replacement, caliper }: Comparison): string {
  switch (adjustment) {
    case 'weighting':
      return 'pondération par le score';
    case 'entropy':
      return "pondération par équilibrage d'entropie";
    case 'matching-exact':
      return 'appariement exact';
    case 'matching-nearest':
      return `appariement au plus proche voisin, ${replacement ? 'avec' : 'sans'} remise${caliper === null ? '' : `, à moins de ${caliper.toLocaleString('fr-FR')} écart type`}`;
    default:
      return 'estimation doublement robuste';
  }
}

const linkageText = (linkage: Linkage): string =>
  'treated' in linkage
    ? `avec le service, ${ratesText(linkage.treated)} ; sans, ${ratesText(linkage.control)}`
    : ratesText(linkage);

const ratesText = (rates: LinkageError): string =>
  `effets non retrouvés, ${percent(rates.missed)} sur 100 ; personnes sans effet reliées à tort, ${percent(rates.false)} sur 100`;
