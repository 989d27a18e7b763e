import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { levelName } from '../evidence.ts';
import type { Check, Evidence, EvidenceLevel } from '../measure.ts';
import { checkNames } from './rollout-checks.ts';

const reached = { rollout: 4, 'before-after': 2 } as const;

/** Level left by each check of a rollout that fails. */
const lowered: Readonly<Record<string, EvidenceLevel>> = {
  [checkNames.parallel]: 2,
  [checkNames.fit]: 2,
  [checkNames.territories]: 3,
  [checkNames.complete]: 3,
  [checkNames.pool]: 3,
  'effet lisible': 2,
};

/**
 * Evidence level of a comparison by rollout: 4 when its checks pass; each failed one lowers it and is named. Trends
 * before that cannot be looked at leave it at 3. A series compared with its own past stays at 2. Never above what the
 * outcome itself allows (`observed`: how it was seen).
 */
export function rolloutEvidence(
  observed: Evidence,
  design: 'rollout' | 'before-after',
  checks: readonly Check[],
  effect: EffectEstimate,
): Evidence {
  const own = [...checks, readable(effect)];
  const all = [...observed.checks.filter(({ name }) => name !== 'comparaison'), ...own];
  const failed = own.filter(({ status, name }) => status === 'failed' && name in lowered);
  const unseen = own.filter(
    ({ status, name }) => status === 'not-applicable' && name === checkNames.parallel,
  );
  const top = reached[design];
  const fromFailed = failed.map(({ name }) => lowered[name] ?? top);
  const levels: EvidenceLevel[] = [top, ...fromFailed, ...unseen.map(() => 3 as const)];
  const short = observed.level < 2;
  const level = short ? observed.level : (Math.min(...levels) as EvidenceLevel);
  return {
    level,
    name: levelName(level),
    checks: all,
    raise: short ? observed.raise : raise(level, design, failed, unseen),
  };
}

function readable(effect: EffectEstimate): Check {
  const name = 'effet lisible';
  return effect.kind === 'estimate'
    ? { name, status: 'passed', figure: null, sentence: 'Un effet se lit, avec son intervalle.' }
    : { name, status: 'failed', figure: null, sentence: `Aucun effet ne peut être lu. ${effect.sentence}` };
}

function raise(
  level: EvidenceLevel,
  design: 'rollout' | 'before-after',
  failed: readonly Check[],
  unseen: readonly Check[],
): string {
  if (design === 'before-after')
    return 'Pour passer au niveau 3, 4 ou 5 : comparer à des territoires ou à des personnes sans le service, déployer par étapes, ou tirer au sort.';
  const names = failed.map(({ name }) => `« ${name} »`).join(', ');
  if (failed.length > 0)
    return `Ce qui a fait baisser le niveau : ${names}. Une fois cela corrigé, le niveau ${unseen.length > 0 ? 3 : 4} est atteint.`;
  if (unseen.length > 0)
    return 'Pour passer au niveau 4 : observer au moins deux périodes avant l’arrivée du service, pour vérifier que les territoires évoluaient de la même façon.';
  return level === 4
    ? 'Pour passer au niveau 5 : tirer au sort l’ordre d’arrivée du service, ou à qui il est proposé.'
    : '';
}
