import type { FollowUpIndicator } from '../plan/plan.ts';
import { frenchDay } from '../platform/french/date.ts';
import { counted } from '../platform/french/number.ts';
import { isoDay } from '../statistics/calendar-day.ts';
import type { Estimate } from '../statistics/estimate.ts';
import type { Coverage } from './coverage.ts';
import { evidenceLevels } from './evidence-levels.ts';
import type { Check, Evidence, EvidenceLevel } from './measure.ts';

export const levelName = (level: EvidenceLevel): string => evidenceLevels[level].name;

/**
 * Evidence level of an indicator followed without comparison: 2 when the outcome is observed after use, in a
 * register known to be complete, long enough to read a figure; each failed check leaves it at 1. Levels 3 to 5
 * need a comparison.
 */
export function followUpEvidence(
  indicator: FollowUpIndicator,
  coverage: Coverage | null,
  estimates: readonly Estimate[],
): Evidence {
  const checks = [observedOutcome(indicator), completeRegister(coverage), longEnough(estimates), comparison];
  const level: EvidenceLevel = checks.some((check) => check.status === 'failed') ? 1 : 2;
  return { level, name: levelName(level), checks, raise: raise(checks) };
}

function observedOutcome(indicator: FollowUpIndicator): Check {
  const where = indicator.outcome ?? indicator.population;
  return {
    name: 'effet constaté',
    status: 'passed',
    figure: null,
    sentence: `L’effet est constaté cas par cas après l’usage (source « ${where} »), pas déclaré par le service.`,
  };
}

function completeRegister(coverage: Coverage | null): Check {
  const name = 'registre complet';
  if (coverage === null) {
    return {
      name,
      status: 'not-applicable',
      figure: null,
      sentence: 'La durée suivie est donnée cas par cas.',
    };
  }
  const day = frenchDay(isoDay(coverage.day));
  if (coverage.basis === 'last-outcome') {
    return {
      name,
      status: 'failed',
      figure: null,
      sentence: `Rien ne dit jusqu’à quand le registre est complet : le ${day}, date du dernier effet connu, est une supposition. Le chiffre peut être trop bas.`,
    };
  }
  const how =
    coverage.basis === 'declared' ? 'déclaré dans le plan' : 'déduit des délais d’enregistrement du registre';
  return { name, status: 'passed', figure: null, sentence: `Registre complet jusqu’au ${day} (${how}).` };
}

function longEnough(estimates: readonly Estimate[]): Check {
  const read = estimates.filter((estimate) => estimate.kind === 'estimate').length;
  return {
    name: 'suivi assez long',
    status: read > 0 ? 'passed' : 'failed',
    figure: read,
    sentence:
      read > 0
        ? read === estimates.length
          ? 'Le suivi est assez long pour donner tous les chiffres prévus.'
          : `Le suivi est assez long pour donner ${counted(read, 'chiffre', 'chiffres')} sur les ${estimates.length} prévus.`
        : 'Le suivi n’est pas encore assez long pour donner un chiffre.',
  };
}

const comparison: Check = {
  name: 'comparaison',
  status: 'not-applicable',
  figure: null,
  sentence: 'Aucun groupe de comparaison : on ne sait pas ce qui serait arrivé sans le service.',
};

function raise(checks: readonly Check[]): string {
  const failed = checks.find((check) => check.status === 'failed')?.name;
  if (failed === 'registre complet') {
    return 'Pour passer au niveau 2 : demandez au producteur du registre jusqu’à quel jour il est complet et écrivez-le dans le plan (complete_through), ou ajoutez la date d’enregistrement (recorded).';
  }
  if (failed !== undefined)
    return 'Pour passer au niveau 2 : attendre que le suivi soit assez long pour un premier chiffre.';
  return 'Pour passer au niveau 3, 4 ou 5 : comparer à des personnes semblables qui n’ont pas utilisé le service, déployer par étapes, ou tirer au sort.';
}
