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
  if (drawn === 'random') return check(name, true, `D’après le plan, un tirage au hasard a désigné ${who}.`);
  if (drawn === 'all')
    return check(name, true, `D’après le plan, ${who} sont tous les cas, et non une partie.`);
  return check(
    name,
    false,
    drawn === null
      ? `Rien ne dit comment on a choisi ${who} : ce qui est facile à joindre ou à observer ne dit rien du reste.`
      : `D’après le plan, on a pris ce que l’on avait sous la main (${who}) : cela ne dit rien du reste.`,
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
