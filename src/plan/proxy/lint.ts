import type { Advice } from '../lint-plan.ts';
import type { Plan, ProxyIndicator } from '../plan.ts';

/** What a careful colleague would say of a sign counted in place of its effect. */
export function proxyAdvice(plan: Plan, { calibration }: ProxyIndicator): Advice[] {
  if (calibration === null) {
    const sentence =
      'Le signe n’est pas étalonné : personne ne sait combien mènent à l’effet. Appelez une centaine de personnes tirées au hasard et ajoutez calibration.';
    return [{ path: '', code: 'proxy-uncalibrated', sentence }];
  }
  const { calls } = calibration;
  const source = 'source' in calls ? plan.sources[calls.source] : undefined;
  const drawn = 'source' in calls ? (source?.kind === 'sample' ? source.drawn : null) : calls.drawn;
  const advice: Advice[] = [];
  if (drawn === null || drawn === 'convenience') {
    const sentence =
      'Rien ne dit que les cas vérifiés ont été tirés au hasard (drawn: random) : ceux qu’on vérifie facilement ne parlent pas pour les autres.';
    advice.push({ path: '.calibration', code: 'sample-not-drawn', sentence });
  }
  if (!('source' in calls)) {
    const sentence =
      'Le résultat des vérifications est écrit dans le plan : personne ne peut le refaire. Rangez-les dans un fichier (source de kind sample).';
    advice.push({ path: '.calibration', code: 'sample-by-hand', sentence });
  }
  return advice;
}
