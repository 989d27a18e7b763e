import { dateText, isCalendarDate } from '../calendar-date.ts';
import { decisionLines, points } from '../describe-decision.ts';
import { labelOf } from '../label.ts';
import type { Plan, RolloutIndicator } from '../plan.ts';
import { listText } from '../wording.ts';
import type { RolloutStarts, RolloutTerms } from './terms.ts';

/** What is measured in a panel, and who is compared with whom, a line a question. */
export function rolloutLines(plan: Plan, indicator: RolloutIndicator): string[] {
  const { panel, valueLabel, comparison, baseline, target, decision } = indicator;
  const source = plan.sources[panel];
  const share = source?.kind === 'panel' && source.numerator !== null;
  const value =
    source?.kind === 'panel' && source.numerator !== null
      ? `combien de « ${labelOf(indicator, source.numerator)} » sur 100 « ${labelOf(indicator, source.denominator ?? '')} »`
      : `la valeur ${source?.kind === 'panel' ? (source.value ?? '') : ''}${valueLabel === null ? '' : ` (${valueLabel})`}`;
  return [
    `Ce qui est mesuré : ${value}, ${source?.kind === 'panel' && source.territory === null ? 'période par période' : 'par territoire et par période'}, de « ${panel} ».`,
    `Comparaison : ${rolloutText(comparison)}.`,
    ...(baseline === null ? [] : [`Référence : ${baseline.toLocaleString('fr-FR')}.`]),
    ...(target === null
      ? []
      : [`Cible : ${target.relative ? 'une variation de ' : ''}${target.value.toLocaleString('fr-FR')}.`]),
    ...(decision === undefined
      ? []
      : decisionLines(decision, share ? points : (amount) => amount.toLocaleString('fr-FR'))),
  ];
}

/** Who is compared with whom and from when, the end of « Comparaison : ». */
export function rolloutText(terms: RolloutTerms): string {
  const { design, started, estimator, controlGroup, covariates, anticipation, seasons } = terms;
  if (design === 'before-after') {
    const season = seasons ? ', saisons comprises' : '';
    return `la série est comparée à sa propre tendance d’avant${season}, à partir de l’arrivée du service (${startsText(started)}) ; une autre cause survenue au même moment ne peut pas être écartée`;
  }
  const others =
    controlGroup === 'not-yet-treated'
      ? 'à ceux qui ne l’ont pas encore'
      : 'à ceux qui ne le reçoivent jamais';
  const how =
    estimator === null ? 'la méthode est choisie selon les données' : `méthode : ${methods[estimator]}`;
  const alike = covariates.length === 0 ? '' : ` ; territoires rendus semblables sur ${listText(covariates)}`;
  const early =
    anticipation === 0
      ? ''
      : ` ; un effet est admis jusqu’à ${anticipation} ${anticipation < 2 ? 'période' : 'périodes'} avant l’arrivée`;
  return `les territoires équipés sont comparés ${others} (arrivée : ${startsText(started)}) ; ${how}${alike}${early}`;
}

const methods = {
  'difference-in-differences': 'différence de différences',
  'group-time': 'effets par groupe et par période',
  'synthetic-control': 'contrôle synthétique',
} as const;

function startsText(started: RolloutStarts): string {
  switch (started.in) {
    case 'panel':
      return 'colonne de la table';
    case 'source':
      return `« ${started.source} »`;
    case 'once':
      return isCalendarDate(started.date) ? dateText(started.date) : started.date;
    case 'plan': {
      const given = Object.entries(started.starts).filter(([, date]) => date !== null);
      return `${given.length} ${given.length < 2 ? 'territoire' : 'territoires'} du plan`;
    }
  }
}
