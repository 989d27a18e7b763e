import type { Plan, SampleVolumeIndicator } from '../../plan/plan.ts';
import type { FigureEstimate } from '../figure-measure.ts';
import type { Evidence } from '../measure.ts';
import { check, comparisonCheck, drawnCheck, evidenceOf, sizeCheck } from './checks.ts';

/**
 * Level 2 when the mean comes from measures that anyone can redo, drawn at random, times a volume that is counted;
 * 1 when one of these fails; 0 when both the mean and the volume are only written in the plan. `n`: null when the
 * sample gives no mean.
 */
export function sampleVolumeEvidence(
  plan: Plan,
  { sample, volume, words }: SampleVolumeIndicator,
  n: number | null,
  estimate: FigureEstimate,
): Evidence {
  const source = typeof sample === 'string' ? plan.sources[sample] : undefined;
  const drawn = typeof sample === 'string' ? (source?.kind === 'sample' ? source.drawn : null) : sample.drawn;
  const fromFile = typeof sample === 'string';
  const counted = typeof volume === 'string';
  const checks = [
    check(
      'mesures vérifiables',
      fromFile,
      fromFile
        ? `Les mesures sont dans « ${sample} » : la moyenne peut être refaite.`
        : 'La moyenne est écrite dans le plan, sans les mesures : elle ne peut pas être refaite.',
    ),
    check(
      'volume compté',
      counted,
      counted
        ? `Le volume est compté dans « ${volume} ».`
        : 'Le volume est écrit dans le plan : il n’est pas compté ici.',
    ),
    drawnCheck(drawn, `les ${words.sampled} mesurés`),
    n === null
      ? check('échantillon assez grand', null, 'Sans moyenne, la taille de l’échantillon n’est pas jugée.')
      : sizeCheck(n),
    check(
      'intervalle',
      estimate.kind === 'estimate',
      estimate.kind === 'estimate'
        ? 'L’intervalle a pu être calculé.'
        : 'Aucun intervalle ne peut être calculé.',
    ),
    comparisonCheck,
  ];
  return evidenceOf(
    checks,
    { best: 2, otherwise: fromFile || counted ? 1 : 0 },
    raise(
      fromFile,
      counted,
      checks.some(({ status }) => status === 'failed'),
    ),
  );
}

function raise(fromFile: boolean, counted: boolean, failed: boolean): string {
  if (!fromFile) {
    return 'Ranger les mesures dans un fichier (source de kind sample), avec leur date et la façon dont les cas ont été tirés.';
  }
  if (!counted) return 'Compter le volume dans le journal du service (source de kind events).';
  return failed
    ? 'Pour passer au niveau 2 : tirer au hasard une trentaine de cas au moins, et le dire dans la source (drawn: random).'
    : 'Pour passer au niveau 3, 4 ou 5 : mesurer de la même façon des cas semblables sans le service, ou tirer au sort qui y a accès.';
}
