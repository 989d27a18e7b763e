import { attack } from '../../confidentiality/attack.ts';
import { marginCells, type TwoWayTable, twoWayTable } from '../../confidentiality/two-way-table.ts';
import { blockEnds } from '../disclosure/cohort-blocks.ts';
import type { CovariateTable } from '../disclosure/covariate-table.ts';
import { others } from '../disclosure/earlier.ts';
import { groupUnits, type LifeTable } from '../disclosure/life-table.ts';
import { type KnownOf, known, merged } from '../disclosure/published-readings.ts';
import { type DisclosureRule, maySee } from '../disclosure/rule.ts';
import type { FollowUpCounts } from './published-counts.ts';

/**
 * Reads published counts as someone who wants to single people out: each count, each difference of two counts of the
 * same people in two tables or on two days, each hidden cell between its bounds. What is found, in a few words.
 */
export function attackFollowUp(
  counts: FollowUpCounts,
  earlier: readonly FollowUpCounts[],
  rule: DisclosureRule,
): readonly string[] {
  const found = tablesOf(counts).flatMap(({ name, table }) => smallCells(name, table, rule));
  const now = everyoneIn(counts);
  if (!stepsSafe(now, rule)) found.push('la courbe, en rapprochant deux tableaux');
  if (!agree(counts)) found.push('des groupes dont la somme n’est pas le total');
  for (const before of earlier) {
    if (!spansSafe(now, everyoneIn(before), rule))
      found.push('le total, comparé à une publication précédente');
    if (!firstCohortsSafe(counts.cohorts, everyoneIn(before), rule))
      found.push('les premières cohortes, comparées à l’ensemble d’une publication précédente');
    for (const { name, table } of tablesOf(counts)) {
      const last = tablesOf(before).find((own) => own.name === name)?.table;
      if (last !== undefined && !groupsSafe(name, table, last, rule))
        found.push(`${name}, comparé à une publication précédente`);
    }
  }
  for (const table of counts.covariates) {
    if (exposed(table, counts, rule)) found.push(`les cases masquées de « ${table.covariate} »`);
  }
  return found;
}

interface NamedTable {
  readonly name: string;
  readonly table: LifeTable;
}

function tablesOf(counts: FollowUpCounts): readonly NamedTable[] {
  const { everyone, breakdowns, cohorts, arms, takeUp } = counts;
  return [
    ...(everyone === null ? [] : [{ name: 'l’ensemble', table: everyone }]),
    ...breakdowns.map(({ by, table }) => ({ name: `le détail selon « ${by} »`, table })),
    ...(cohorts === null ? [] : [{ name: cohortTable, table: cohorts }]),
    ...(arms === null ? [] : [{ name: 'les groupes comparés', table: arms }]),
    ...(takeUp === null ? [] : [{ name: 'l’usage dans les groupes comparés', table: takeUp }]),
  ];
}

const cohortTable = 'les cohortes';

const smallCells = (name: string, { groups }: LifeTable, rule: DisclosureRule): string[] => {
  const cells = groups.flatMap((group) => [
    groupUnits(group),
    group.beyond,
    ...group.classes.flatMap(({ outcomes, competing, censored }) => [outcomes, censored, ...competing]),
  ]);
  return cells.every((count) => maySee(count, rule)) ? [] : [name];
};

const everyoneIn = (counts: FollowUpCounts): KnownOf =>
  merged(tablesOf(counts).map(({ table }) => known(table, table.groups)));

/** Each table, added over its groups, must say the same of everyone: what one leaves out the other would give. */
function agree(counts: FollowUpCounts): boolean {
  const readings = tablesOf(counts).map(({ table }) => known(table, table.groups));
  const [first] = readings;
  return readings.every(
    (reading) =>
      reading.units === first?.units &&
      reading.steps.every(({ time, byStatus }) => {
        const same = first.steps.find((step) => step.time === time);
        return same === undefined || byStatus.every((n, status) => n === (same.byStatus[status] ?? 0));
      }),
  );
}

const stepsSafe = ({ steps }: KnownOf, rule: DisclosureRule): boolean =>
  steps.every(({ byStatus }, k) =>
    byStatus.every((n, status) => maySee(n - (steps[k - 1]?.byStatus[status] ?? 0), rule)),
  );

/** Everyone of an earlier day belonged to the first cohorts: these, up to any block, say no more of a few of them. */
const firstCohortsSafe = (cohorts: LifeTable | null, before: KnownOf, rule: DisclosureRule): boolean =>
  cohorts === null ||
  cohorts.groups.every((_, k) => spansSafe(known(cohorts, cohorts.groups.slice(0, k + 1)), before, rule));

function groupsSafe(name: string, table: LifeTable, last: LifeTable, rule: DisclosureRule): boolean {
  if (name === cohortTable) {
    return table.groups.every((group) => {
      const { first, last: end } = blockEnds(group.group ?? '');
      const inside = last.groups.filter((own) => {
        const ends = blockEnds(own.group ?? '');
        return ends.first >= first && ends.last <= end;
      });
      return inside.length === 0 || spansSafe(known(table, [group]), known(last, inside), rule);
    });
  }
  const named = table.groups.filter(
    ({ group }) => group !== others && last.groups.some((own) => own.group === group),
  );
  const names = new Set(named.map(({ group }) => group));
  const rest = {
    now: table.groups.filter(({ group }) => !names.has(group)),
    before: last.groups.filter(({ group }) => !names.has(group)),
  };
  return (
    named.every((group) =>
      spansSafe(
        known(table, [group]),
        known(
          last,
          last.groups.filter((own) => own.group === group.group),
        ),
        rule,
      ),
    ) && spansSafe(known(table, rest.now), known(last, rest.before), rule)
  );
}

/** Every span of time that holds, or is held in, a span of the other day: what the two differ by. */
function spansSafe(now: KnownOf, before: KnownOf, rule: DisclosureRule): boolean {
  if (!maySee(now.units - before.units, rule)) return false;
  const start = { time: Number.NEGATIVE_INFINITY, byStatus: [] as readonly number[] };
  const [a, b] = [
    [start, ...now.steps],
    [start, ...before.steps],
  ];
  for (let i = 1; i < a.length; i++) {
    const [from, to] = [a[i - 1] ?? start, a[i] ?? start];
    const inner = spanOf(
      b.find(({ time }) => time >= from.time),
      b.findLast(({ time }) => time <= to.time),
    );
    const outer = spanOf(
      b.findLast(({ time }) => time <= from.time),
      b.find(({ time }) => time >= to.time),
    );
    const same = b.find(({ time }) => time === to.time);
    if (same !== undefined && !maySee(passed(now, to) - passed(before, same), rule)) return false;
    for (const span of [inner, outer]) {
      if (span === null) continue;
      const statuses = Math.max(to.byStatus.length, span.to.byStatus.length);
      for (let status = 1; status < statuses; status++) {
        const change = between(from, to, status) - between(span.from, span.to, status);
        if (!maySee(change, rule)) return false;
      }
    }
  }
  return true;
}

/** Who is still followed, without any outcome, after a time. */
const passed = ({ units }: KnownOf, { byStatus }: Step): number =>
  byStatus.reduce((left, n) => left - n, units);

type Step = KnownOf['steps'][number];
const spanOf = (from: Step | undefined, to: Step | undefined) =>
  from === undefined || to === undefined || from.time >= to.time ? null : { from, to };
const between = (from: Step, to: Step, status: number): number =>
  (to.byStatus[status] ?? 0) - (from.byStatus[status] ?? 0);

/** Whether the totals of the arms bound a hidden count of a covariate under the threshold, or give it exactly. */
function exposed({ rows }: CovariateTable, { arms }: FollowUpCounts, rule: DisclosureRule): boolean {
  const table = completed(rows, arms);
  if (table === null) return false;
  const width = table.columns.length;
  const hiddenAt = rows.flatMap((row, i) =>
    (['treated', 'control'] as const).flatMap((arm) =>
      row[arm] === null ? [(i + 1) * width + table.columns.indexOf(arm)] : [],
    ),
  );
  const unknownRows = marginCells(table).filter((cell) => cell % width === 0 && cell > 0);
  const bounds = attack(table, new Set([...hiddenAt, ...unknownRows]));
  return hiddenAt.some((cell) => {
    const { lower, upper } = bounds.get(cell) ?? { lower: 0, upper: 0 };
    return upper !== null && (upper === lower || upper < rule.threshold);
  });
}

/** A table that agrees with what is shown: what is missing from the total of an arm shared among its hidden cells. */
function completed(rows: CovariateTable['rows'], arms: LifeTable | null): TwoWayTable | null {
  if (arms === null) return null;
  const filled = (['treated', 'control'] as const).map((arm) => {
    const group = arms.groups.find((own) => own.group === arm);
    const seen = rows.reduce((sum, row) => sum + (row[arm] ?? 0), 0);
    const hidden = rows.filter((row) => row[arm] === null).length;
    const missing = (group === undefined ? 0 : groupUnits(group)) - seen;
    let left = Math.max(0, missing);
    let cells = hidden;
    return rows.map((row) => {
      const share = Math.floor(left / Math.max(1, cells));
      if (row[arm] !== null) return { row: row.value, column: arm, count: row[arm] };
      left -= share;
      cells -= 1;
      return { row: row.value, column: arm, count: share };
    });
  });
  return twoWayTable(filled.flat());
}
