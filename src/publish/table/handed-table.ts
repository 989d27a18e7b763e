import {
  leastBase,
  type ProtectedTable,
  roundedTable,
  suppressedTable,
} from '../../confidentiality/protected-table.ts';
import type { TwoWayTable } from '../../confidentiality/two-way-table.ts';
import { total } from '../../measure/cohorts.ts';
import type { Measure } from '../../measure/measure.ts';
import type { Indicator } from '../../plan/plan.ts';
import { countTable } from './count-table.ts';
import type { Protection, TableQuestion } from './question.ts';
import { type Side, sidesOf } from './sides.ts';
import {
  baseTooSmall,
  cannotProtect,
  notFollowed,
  sideTwice,
  type TableRefusal,
  tooFewUnits,
  tooManyCells,
  unknownHorizon,
  unknownSide,
} from './table-refusal.ts';
import { tableSentences, unitsWord } from './table-sentences.ts';

/** A table of counts that may be given to somebody, protected, with its totals. */
export interface HandedTable {
  readonly kind: 'table';
  readonly indicator: string;
  readonly name: string;
  /** Days. */
  readonly horizon: number;
  /** Last day for which outcomes are complete; null when no date is known. */
  readonly knownThrough: string | null;
  readonly threshold: number;
  readonly protection: Protection;
  /** What lines are crossed by, then what columns follow. */
  readonly rows: readonly string[];
  readonly column: string;
  /** What the sides of the lines are called. */
  readonly headings: readonly string[];
  /** Labels of the columns; the last is that of the total. */
  readonly columns: readonly string[];
  /** Lines, the last one that of the totals; a hidden count is null. */
  readonly lines: readonly {
    readonly labels: readonly string[];
    readonly counts: readonly (number | null)[];
  }[];
  readonly hidden: number;
  readonly sentences: readonly string[];
}

const everyone = 'ensemble';
const mostCells = 1000;

/**
 * Counts the units of a follow-up by lines and columns, and protects them: small counts hidden with what would give
 * them away, or everything rounded coherently. `measure` must have kept its counts.
 */
export function handedTable(
  indicator: Indicator,
  measure: Measure,
  question: TableQuestion,
): HandedTable | TableRefusal {
  if (indicator.method !== 'follow-up' || measure.method !== 'follow-up' || !measure.followed)
    return notFollowed(indicator.id);
  const { horizon, threshold, protection } = question;
  if (!measure.horizons.includes(horizon)) return unknownHorizon(horizon, measure.horizons);
  const units = unitsWord(indicator, measure);
  if (protection.kind === 'round' && protection.base < leastBase(threshold))
    return baseTooSmall(protection.base, threshold, units);
  const asked = askedSides(sidesOf(indicator, measure, measure.followed, horizon), question);
  if ('kind' in asked) return asked;
  if (total(measure.followed.units) < threshold) return tooFewUnits(threshold, units);
  const { table, lines } = countTable(measure.followed.units, asked.rows, asked.column);
  if (table.counts.length > mostCells) return tooManyCells(table.counts.length, mostCells);
  const kept =
    protection.kind === 'round' ? roundedTable(table, protection.base) : suppressedTable(table, threshold);
  if (kept.kind === 'impossible') return cannotProtect();
  return {
    kind: 'table',
    indicator: indicator.id,
    name: indicator.name,
    horizon,
    knownThrough: measure.coverage?.day ?? null,
    threshold,
    protection,
    rows: asked.rows.map(({ name }) => name),
    column: asked.column.name,
    headings: asked.rows.map(({ heading }) => heading),
    columns: [...table.columns.slice(1), everyone],
    lines: linesOf(table, lines, kept),
    hidden: kept.counts.filter((count) => count === null).length,
    sentences: tableSentences(kept, { ...question, unit: measure.unit, units }),
  };
}

interface AskedSides {
  readonly rows: readonly Side[];
  readonly column: Side;
}

function askedSides(known: readonly Side[], { rows, column }: TableQuestion): AskedSides | TableRefusal {
  const names = [...rows, column];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return sideTwice(twice);
  const found = names.flatMap((asked) => known.find(({ name }) => name === asked) ?? []);
  const missing = names.find((asked) => known.every(({ name }) => name !== asked));
  const last = found.at(-1);
  if (missing !== undefined || last === undefined)
    return unknownSide(
      missing ?? '',
      known.map(({ name }) => name),
    );
  return { rows: found.slice(0, -1), column: last };
}

/** Lines as they are read: totals at the end of each, and in the last. */
function linesOf(
  { rows, columns }: TwoWayTable,
  labels: readonly (readonly string[])[],
  { counts }: ProtectedTable,
): HandedTable['lines'] {
  const width = columns.length;
  const line = (i: number) => {
    const [sum = null, ...inner] = counts.slice(i * width, (i + 1) * width);
    return [...inner, sum];
  };
  const deep = labels[0]?.length ?? 1;
  const totals = { labels: [everyone, ...new Array<string>(deep - 1).fill('')], counts: line(0) };
  return [...rows.slice(1).map((_, i) => ({ labels: labels[i] ?? [], counts: line(i + 1) })), totals];
}
