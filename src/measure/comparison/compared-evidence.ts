import { plainDuration } from '../../platform/french/duration.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { levelName } from '../evidence.ts';
import type { Check, Evidence, EvidenceLevel } from '../measure.ts';

const reached = { randomised: 5, adjusted: 3 } as const;
/** Level left by the failure of each check of a comparison; others (take-up) do not bear on the main effect. */
const lowered: Readonly<Record<string, EvidenceLevel>> = {
  'tailles des groupes tirés': 3,
  'personnes tirées retrouvées': 3,
  'groupes semblables au départ': 3,
  'groupes qui se recouvrent': 2,
  'groupes rendus semblables': 2,
  'effet lisible': 2,
};

/**
 * Evidence level of a compared measure: 5 drawn at random, 3 made alike, when a difference can be read and the checks
 * pass; each failed check lowers it, and never above what the follow-up itself reaches when that one failed.
 */
export function comparedEvidence(
  followUp: Evidence,
  design: 'randomised' | 'adjusted',
  checks: readonly Check[],
  effect: EffectEstimate,
): Evidence {
  const own = [...checks, readable(effect)];
  const all = [...followUp.checks.filter(({ name }) => name !== 'comparaison'), ...own];
  const failed = own.filter(({ status, name }) => status === 'failed' && name in lowered);
  const fromDesign = failed.reduce<EvidenceLevel>(
    (least, { name }) => Math.min(least, lowered[name] ?? least) as EvidenceLevel,
    reached[design],
  );
  const followUpFailed = followUp.level < 2;
  const level = followUpFailed ? followUp.level : fromDesign;
  return {
    level,
    name: levelName(level),
    checks: all,
    raise: followUpFailed ? followUp.raise : raise(level, design, failed),
  };
}

function readable(effect: EffectEstimate): Check {
  const name = 'effet lisible';
  return effect.kind === 'estimate'
    ? {
        name,
        status: 'passed',
        figure: effect.horizon,
        sentence: `Un écart entre les deux groupes se lit à ${plainDuration(effect.horizon)}, avec son intervalle.`,
      }
    : { name, status: 'failed', figure: null, sentence: `Aucun effet ne peut être lu. ${effect.sentence}` };
}

function raise(level: EvidenceLevel, design: 'randomised' | 'adjusted', failed: readonly Check[]): string {
  if (level === 5) return 'Rien : c’est le plus haut niveau. Le garder demande de surveiller les contrôles.';
  const names = failed.map(({ name }) => `« ${name} »`).join(', ');
  if (failed.length > 0) {
    const top = reached[design];
    return `Ce qui a fait baisser le niveau : ${names}. Une fois cela corrigé, le niveau ${top} (${levelName(top).toLowerCase()}) est atteint.`;
  }
  return 'Pour passer au niveau 4 ou 5 : déployer par étapes, ou tirer au sort qui se voit proposer le service.';
}
