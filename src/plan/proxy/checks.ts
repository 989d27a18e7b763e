import type { IndicatorCheck } from '../indicator-checks.ts';
import { namedSource } from '../named-source.ts';
import type { ProxyIndicator } from '../plan.ts';
import { type Finding, valueAt } from '../problem.ts';

/** What is wrong in a proxy that is well formed: sources, and calls that cannot be. */
export function proxyFindings({ count, calibration }: ProxyIndicator, check: IndicatorCheck): Finding[] {
  const findings = namedSource({ key: 'count', name: count, kinds: ['events'] }, check.sources, check.say);
  return calibration === null ? findings : [...findings, ...callFindings(calibration.calls, check)];
}

function callFindings(
  calls: NonNullable<ProxyIndicator['calibration']>['calls'],
  { sources, written, say }: IndicatorCheck,
): Finding[] {
  const [called, yes, drawn] = ['called', 'yes', 'drawn'].map((key) =>
    valueAt(written, ['calibration', key]),
  );
  if ('source' in calls) {
    const key = 'calibration';
    const findings = namedSource({ key, name: calls.source, kinds: ['sample'] }, sources, say);
    if (calls.yes.length === 0) {
      findings.push(say([key], 'il manque calibration.yes : les réponses qui disent que l’effet a eu lieu'));
    }
    if (called != null || drawn != null) {
      const sentence = `calibration nomme la source « ${calls.source} », qui dit déjà qui a été appelé et comment : retirez called et drawn (drawn s’écrit dans la source)`;
      findings.push(say([key], sentence));
    }
    return findings;
  }
  if (called == null || yes == null) {
    return [
      say(
        ['calibration'],
        'calibration demande une source de vérifications (source), ou leur résultat : called et yes',
      ),
    ];
  }
  if (!(Number.isInteger(calls.yes) && calls.yes >= 0)) {
    return [
      say(
        ['calibration', 'yes'],
        'sans source, calibration.yes est le nombre d’effets constatés parmi les cas vérifiés : un nombre entier, au moins 0',
      ),
    ];
  }
  if (calls.called === 0) {
    return [
      say(
        ['calibration', 'called'],
        'rien n’a été vérifié (called : 0) : le signe ne peut pas être étalonné ; retirez calibration',
      ),
    ];
  }
  if (calls.yes > calls.called) {
    return [
      say(
        ['calibration', 'yes'],
        `calibration compte plus d’effets (${calls.yes}) que de cas vérifiés (${calls.called})`,
      ),
    ];
  }
  return [];
}
