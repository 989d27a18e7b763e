import { labelOf } from '../../plan/label.ts';
import type { AskedLaterIndicator, SampleSource } from '../../plan/plan.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import type { AskedLaterMeasure, FigureEstimate, ResponseReading } from '../figure-measure.ts';
import type { Evidence } from '../measure.ts';
import { check, comparisonCheck, drawnCheck, evidenceOf, sizeCheck } from './checks.ts';

/** Under this share of answers, those who are silent decide more than those who speak; less when answers are weighted. */
const enoughPlain = 0.5;
const enoughWeighted = 0.2;

/** Level 2 when people drawn at random, enough of whom answered, were asked late enough; 1 when one of these fails. */
export function askedLaterEvidence(
  source: SampleSource,
  indicator: AskedLaterIndicator,
  response: ResponseReading,
  estimate: FigureEstimate,
  delay: AskedLaterMeasure['delay'],
): Evidence {
  const rate = response.asked === 0 ? 0 : response.answered / response.asked;
  const { margins, after } = indicator;
  const weighted = margins.length > 0 && estimate.kind === 'estimate';
  const enough = weighted ? enoughWeighted : enoughPlain;
  const outOf100 = frenchNumber(rate * 100);
  const checks = [
    drawnCheck(source.drawn, 'les personnes interrogées'),
    sizeCheck(response.answered, 'réponse', 'réponses'),
    check(
      'assez de réponses',
      rate >= enough,
      rate >= enough
        ? `${outOf100} sur 100 des personnes interrogées ont répondu.`
        : `${outOf100} sur 100 seulement des personnes interrogées ont répondu : celles qui se taisent peuvent penser autrement.`,
      rate,
    ),
    check(
      'réponses pesées',
      margins.length === 0 ? null : weighted,
      margins.length === 0
        ? 'Aucune répartition connue de la population : les réponses ne sont pas pesées.'
        : weighted
          ? `Les réponses sont pesées pour ressembler à la population (${margins.map(({ attribute }) => labelOf(indicator, attribute)).join(', ')}).`
          : 'Les réponses n’ont pas pu être pesées pour ressembler à la population.',
    ),
    check(
      'demandé assez tard',
      after !== null && delay !== null,
      after !== null && delay !== null
        ? `Seules comptent les réponses données au moins ${plainDuration(after)} après l’usage.`
        : 'Rien ne dit combien de temps après l’usage les personnes ont répondu : l’effet n’était peut-être pas encore arrivé.',
      delay?.median ?? null,
    ),
    check('effet constaté', null, 'L’effet est dit par les personnes, non lu dans un registre.'),
    comparisonCheck,
  ];
  const failed = checks.some(({ status }) => status === 'failed');
  return evidenceOf(
    checks,
    { best: 2, otherwise: 1 },
    failed
      ? 'Pour passer au niveau 2 : tirer les personnes au hasard, les relancer jusqu’à ce que la moitié réponde (ou peser les réponses), et dire combien de temps après l’usage on demande.'
      : 'Pour passer au niveau 3, 4 ou 5 : poser les mêmes questions à des personnes semblables sans le service, ou tirer au sort qui y a accès.',
  );
}
