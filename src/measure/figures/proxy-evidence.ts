import type { Plan, ProxyIndicator } from '../../plan/plan.ts';
import type { Evidence } from '../measure.ts';
import { check, comparisonCheck, drawnCheck, evidenceOf, sizeCheck } from './checks.ts';

/** Level 1 for a sign that is counted; 2 when calls drawn at random and kept in a file say what it leads to. */
export function proxyEvidence(plan: Plan, { count, calibration }: ProxyIndicator, called: number): Evidence {
  const counted = check('signe compté', true, `Le signe est compté ligne à ligne dans « ${count} ».`);
  if (calibration === null) {
    const none = check(
      'étalonnage',
      false,
      'Personne n’a été appelé : on ne sait pas combien de ces signes mènent à l’effet.',
    );
    return evidenceOf(
      [counted, none, comparisonCheck],
      { best: 1, otherwise: 1 },
      'Pour passer au niveau 2 : appeler une centaine de personnes tirées au hasard parmi celles que le signe compte, et garder leurs réponses dans un fichier (calibration).',
    );
  }
  const { calls } = calibration;
  const fromFile = 'source' in calls;
  const source = fromFile ? plan.sources[calls.source] : undefined;
  const drawn = fromFile ? (source?.kind === 'sample' ? source.drawn : null) : calls.drawn;
  const checks = [
    counted,
    check(
      'appels vérifiables',
      fromFile,
      fromFile
        ? `Les appels sont dans « ${calls.source} » : la part peut être refaite.`
        : 'Le résultat des appels est écrit dans le plan, sans les réponses : il ne peut pas être refait.',
    ),
    drawnCheck(drawn, 'les personnes appelées'),
    sizeCheck(called, 'réponse aux appels', 'réponses aux appels'),
    comparisonCheck,
  ];
  return evidenceOf(
    checks,
    { best: 2, otherwise: 1 },
    'Tirer au hasard les personnes appelées, en garder les réponses dans un fichier, puis suivre aussi des personnes semblables sans le service.',
  );
}
