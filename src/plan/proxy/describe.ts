import type { Plan, ProxyIndicator } from '../plan.ts';
import { drawnText } from '../sample-volume/describe.ts';
import { listText, sentence } from '../wording.ts';

export function proxyLines(plan: Plan, { count, counted, signOf, calibration }: ProxyIndicator): string[] {
  return [
    `Ce qui est mesuré : le nombre de ${counted} (lignes de « ${count} »), mois par mois.`,
    `Ce dont c'est le signe : ${sentence(signOf ?? plan.effect.statement)}`,
    calibration === null
      ? "Étalonnage : aucun ; le signe est compté, l'effet ne l'est pas."
      : `Étalonnage : ${callsText(calibration)}.`,
  ];
}

function callsText({ calls, effect }: NonNullable<ProxyIndicator['calibration']>): string {
  return 'source' in calls
    ? `« ${calls.source} » dit combien mènent à des ${effect} (réponses ${listText(
        calls.yes.map((answer) => `« ${answer} »`),
        'ou',
      )}), avec un intervalle`
    : `${calls.yes} ${effect} sur ${calls.called} cas vérifiés (${drawnText(calls.drawn)}), donnés par le plan`;
}
