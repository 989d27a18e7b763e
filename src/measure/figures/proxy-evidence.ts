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
      'Rien n’a été vérifié : on ne sait pas combien de ces signes mènent à l’effet.',
    );
    return evidenceOf(
      [counted, none, comparisonCheck],
      { best: 1, otherwise: 1 },
      'Pour passer au niveau 2 : vérifier une centaine de cas tirés au hasard parmi ceux que le signe compte, par téléphone ou sur place, et garder ce qui est constaté dans un fichier (calibration).',
    );
  }
  const { calls } = calibration;
  const fromFile = 'source' in calls;
  const source = fromFile ? plan.sources[calls.source] : undefined;
  const drawn = fromFile ? (source?.kind === 'sample' ? source.drawn : null) : calls.drawn;
  const checks = [
    counted,
    check(
      'vérifications gardées',
      fromFile,
      fromFile
        ? `Ce qui a été constaté est dans « ${calls.source} », cas par cas : la part peut être refaite.`
        : 'Le résultat est écrit dans le plan, sans le détail des cas : il ne peut pas être refait.',
    ),
    drawnCheck(drawn, 'les cas vérifiés'),
    sizeCheck(called, 'cas vérifié', 'cas vérifiés'),
    comparisonCheck,
  ];
  return evidenceOf(
    checks,
    { best: 2, otherwise: 1 },
    'Tirer au hasard les cas vérifiés, garder ce qui est constaté dans un fichier, puis suivre aussi des cas semblables sans le service.',
  );
}
