import { type BeforeAfterRow, twoByTwo } from '../../statistics/difference-in-differences.ts';
import { isRefused } from '../../statistics/refused.ts';
import { reasonOf } from '../comparison/reading.ts';
import type { Check } from '../measure.ts';
import { sizeOfTerritory, type Territory } from './panel.ts';
import { checkNames, completeCheck, enoughTerritoriesCheck } from './rollout-checks.ts';
import {
  type EstimatorReading,
  effectFigure,
  level,
  type RolloutQuestion,
  refusedEffect,
} from './rollout-question.ts';
import type { SortedTerritories } from './rollout-territories.ts';

const method = 'difference-in-differences';

/** Two groups, before and after one arrival; errors by territory (or by cluster). A territory may miss a period. */
export function readTwoByTwo(question: RolloutQuestion, sorted: SortedTerritories): EstimatorReading {
  const starts = [...new Set(sorted.treated.map(({ started }) => started))];
  const checks: Check[] = [
    {
      name: checkNames.parallel,
      status: 'not-applicable',
      figure: null,
      sentence:
        'Avec un avant et un après seulement, rien ne permet de vérifier que les territoires évoluaient de la même façon.',
    },
    enoughTerritoriesCheck(sorted.treated.length, sorted.controls.length),
    completeCheck(sorted),
  ];
  const no = (
    sentence: string,
    reason: 'not-identified' | 'not-enough' = 'not-identified',
  ): EstimatorReading => ({
    method,
    effect: refusedEffect(question, method, reason, sentence),
    checks,
    findings: {},
  });
  const [start] = starts;
  if (starts.length > 1 || start == null)
    return no(
      'Non identifiable de cette façon : les territoires n’ont pas tous reçu le service à la même période. Retirez estimator, ou écrivez estimator: group-time.',
    );
  const rows = [...sorted.treated, ...sorted.controls].flatMap((territory) =>
    rowsOf(question, sorted, territory, start),
  );
  const read = twoByTwo(rows, level);
  if (isRefused(read))
    return no(read.sentence, reasonOf(read.error) === 'not-enough' ? 'not-enough' : 'not-identified');
  const { estimate, lower, upper, means, seClassical, seHC1, seCluster, clusters, n, warnings } = read;
  const after = sorted.periods.filter((period) => period >= start);
  const effect = effectFigure(question, method, after.length, {
    att: estimate,
    se: seCluster,
    lower,
    upper,
    withService: means.treatedAfter,
  });
  const { code } = question.panel.calendar;
  return {
    method,
    effect,
    checks,
    findings: {
      differences: { means, seClassical, seHC1, seCluster, clusters, rows: n },
      startsAt: code(start),
      notes: [...warnings],
    },
  };
}

function rowsOf(
  { terms }: RolloutQuestion,
  { positions, periods }: SortedTerritories,
  territory: Territory,
  start: number,
): BeforeAfterRow[] {
  const weight = terms.weighting === 'size' ? (sizeOfTerritory(territory) ?? 0) : 1;
  return positions.flatMap((position, i) => {
    const outcome = territory.values[position];
    if (outcome == null) return [];
    const treated = territory.started === start;
    const cluster = terms.cluster === null ? territory.name : (territory.cluster ?? territory.name);
    return [{ outcome, treated, post: (periods[i] ?? 0) >= start, cluster, weight }];
  });
}
