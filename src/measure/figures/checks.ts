import type { Drawn } from '../../plan/plan.ts';
import { counted } from '../../platform/french/number.ts';
import { levelName } from '../evidence.ts';
import type { Check, Evidence, EvidenceLevel } from '../measure.ts';

export const check = (
  name: string,
  passed: boolean | null,
  sentence: string,
  figure: number | null = null,
): Check => ({
  name,
  status: passed === null ? 'not-applicable' : passed ? 'passed' : 'failed',
  figure,
  sentence,
});

/** The level reached when every check passes, else the lower one. */
export function evidenceOf(
  checks: readonly Check[],
  levels: { readonly best: EvidenceLevel; readonly otherwise: EvidenceLevel },
  raise: string,
): Evidence {
  const level = checks.some(({ status }) => status === 'failed') ? levels.otherwise : levels.best;
  return { level, name: levelName(level), checks, raise };
}

const fewestMeasured = 30;

export function drawnCheck(drawn: Drawn | null, who: string): Check {
  const name = 'tirage au sort';
  if (drawn === 'random') return check(name, true, `D’après le plan, ${who} ont été tirés au hasard.`);
  if (drawn === 'all')
    return check(name, true, `D’après le plan, ${who} sont tous les cas, et non une partie.`);
  return check(
    name,
    false,
    drawn === null
      ? `Rien ne dit comment ${who} ont été choisis : s’ils l’ont été parce qu’ils étaient faciles à joindre, ils ne disent rien des autres.`
      : `D’après le plan, ${who} sont ceux que l’on avait sous la main : ils ne disent rien des autres.`,
  );
}

/** `one` and `many` name what was measured: « cas mesuré », « réponses ». */
export const sizeCheck = (n: number, one = 'cas mesuré', many = 'cas mesurés'): Check =>
  check(
    'échantillon assez grand',
    n >= fewestMeasured,
    n >= fewestMeasured
      ? `${counted(n, one, many)}.`
      : `${counted(n, one, many)} seulement : sous ${fewestMeasured}, l’intervalle suppose des mesures réparties comme une cloche.`,
    n,
  );

export const comparisonCheck: Check = check(
  'comparaison',
  null,
  'Aucun groupe de comparaison : on ne sait pas ce qui serait arrivé sans le service.',
);
