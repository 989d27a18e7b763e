import type {
  ArmCount,
  BalanceRow,
  MeasuredComparison,
} from '../../../measure/comparison/measured-comparison.ts';
import { labelOf } from '../../../plan/label.ts';
import type { FollowUpIndicator } from '../../../plan/plan.ts';
import type { CovariateTable } from '../../../publish/disclosure/covariate-table.ts';
import { groupOutcomes, groupUnits, type LifeTable } from '../../../publish/disclosure/life-table.ts';
import type { FollowUpCounts } from '../../../publish/follow-up/published-counts.ts';
import { covariateBalance } from '../../../statistics/balance.ts';
import { covariateMatrix } from '../../../statistics/covariates.ts';

/** Who is compared with whom, from the counts published; null when nothing of the groups may be seen. */
export function publishedComparison(
  { arms, covariates }: FollowUpCounts,
  indicator: FollowUpIndicator,
  sensitivity: MeasuredComparison['sensitivity'],
): MeasuredComparison | null {
  const { comparison } = indicator;
  if (comparison === undefined || arms === null) return null;
  const [treated, control] = [armCount(arms, 'treated'), armCount(arms, 'control')];
  const shown = covariates.flatMap((table) =>
    balanceRows({ ...table, covariate: labelOf(indicator, table.covariate) }, comparison.estimand),
  );
  return {
    design: comparison.design,
    arm: comparison.arm,
    treated: comparison.treated,
    estimand: comparison.design === 'randomised' ? 'itt' : comparison.estimand,
    adjustment: comparison.adjustment,
    arms: { treated, control },
    leftOut: 0,
    covariates: comparison.covariates.map((name) => ({ name: labelOf(indicator, name), classes: null })),
    balance: shown,
    // Why a bound does not apply is said to the team, in the words of its plan.
    sensitivity:
      sensitivity?.rosenbaum.kind === 'not-applicable'
        ? { ...sensitivity, rosenbaum: { ...sensitivity.rosenbaum, sentence: '' } }
        : sensitivity,
    alwaysValid: null,
    corrections: [],
    notes:
      comparison.design === 'randomised'
        ? []
        : [
            'Ces groupes sont montrés tels quels, avant d’être rendus semblables : le contrôle plus haut dit de combien les écarts ont diminué.',
          ],
  };
}

function armCount(table: LifeTable, name: string): ArmCount {
  const own = table.groups.filter(({ group }) => group === name || group?.startsWith(`${name}/`));
  return {
    units: own.reduce((sum, group) => sum + groupUnits(group), 0),
    outcomes: own.reduce((sum, group) => sum + groupOutcomes(group), 0),
  };
}

/** How alike the groups are on each value whose counts are all public. */
function balanceRows({ covariate, rows }: CovariateTable, estimand: 'ate' | 'att'): BalanceRow[] {
  const known = rows.flatMap(({ value, treated, control }) =>
    treated === null || control === null ? [] : [{ value, treated, control }],
  );
  if (known.length < rows.length || known.length < 2) return [];
  const cells = known.flatMap(({ value, treated, control }) => [
    { value, arm: 1, n: treated },
    { value, arm: 0, n: control },
  ]);
  const balance = covariateBalance({
    treated: cells.map(({ arm }) => arm),
    counts: cells.map(({ n }) => n),
    covariates: covariateMatrix([{ name: '', values: cells.map(({ value }) => value) }], 'all'),
    denominator: estimand === 'att' ? 'treated' : 'pooled',
  });
  // Of a yes-or-no covariate, one value says it all.
  const listed = known.length === 2 ? known.slice(1) : known;
  return listed.map(({ value }) => {
    const read = balance[value];
    return {
      covariate,
      value,
      before: { treated: read?.meanTreated ?? 0, control: read?.meanControl ?? 0, smd: read?.smd ?? null },
      after: null,
    };
  });
}
