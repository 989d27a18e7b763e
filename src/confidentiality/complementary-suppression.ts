/**
 * Which other cells to hide so that the primary ones cannot be worked out from the margins: as few as possible.
 * A pattern is safe when, for each primary cell, the attacker's interval reaches the threshold and goes down to half
 * the true count (`attack.ts`).
 *
 * Exact by branch and bound. When a primary cell is exposed, the cut that limits its movement names the cells of which
 * any safe pattern must hide at least one: branch on those, with one more hidden cell allowed at each round. When the
 * table is too large for that, a greedy pattern made irreducible, said to be so (`exact: false`).
 * Sources: Cox 1980; Fischetti & Salazar 2001.
 */
import { type Direction, type Least, moves, roomToMove } from './attack.ts';
import { cellName, type TwoWayTable } from './two-way-table.ts';

export interface SuppressionProblem {
  readonly table: TwoWayTable;
  readonly primary: readonly number[];
  /** Cells that may be hidden to protect the primary ones. */
  readonly candidates: readonly number[];
  /** Cells hidden anyway (margins that are not published). */
  readonly hidden: readonly number[];
  readonly threshold: number;
  /** 1 when every count of 0 is shown, so that a hidden cell is known to count someone; 0 when left out. */
  readonly least?: Least;
}

export type Suppression =
  | { readonly kind: 'safe'; readonly complementary: readonly number[]; readonly exact: boolean }
  | { readonly kind: 'impossible'; readonly exposed: readonly string[]; readonly sentence: string };

/** `effort`: patterns examined before settling for the greedy one. */
export function complementarySuppression(problem: SuppressionProblem, effort = 100_000): Suppression {
  const { table, primary, candidates, hidden } = problem;
  const start = new Set([...hidden, ...primary]);
  const everything = new Set([...start, ...candidates]);
  const exposed = primary.filter((cell) => exposure(problem, everything, [cell]) !== null);
  if (exposed.length > 0) {
    const names = exposed.map((cell) => cellName(table, cell));
    return {
      kind: 'impossible',
      exposed: names,
      sentence: `Les totaux publiés révèlent ${names.join(', ')} même en masquant toutes les autres cases : regroupez des catégories ou masquez des totaux.`,
    };
  }
  const greedy = irreducible(problem, start, greedyPattern(problem, start));
  const search: Search = { problem, examined: 0, effort };
  for (let size = loneLines(problem, start); size < greedy.length; size++) {
    const found = patternOf(search, start, new Set(), size);
    if (found === 'too-long') return { kind: 'safe', complementary: greedy, exact: false };
    if (found !== null) return { kind: 'safe', complementary: found.sort((a, b) => a - b), exact: true };
  }
  return { kind: 'safe', complementary: greedy.sort((a, b) => a - b), exact: true };
}

interface Exposure {
  /** Cells of which a safe pattern must hide at least one: first those that join the most lonely hidden cells. */
  readonly remedies: readonly number[];
}

/** The first primary cell whose interval is too narrow, with what would widen it; null when the pattern is safe. */
function exposure(
  problem: SuppressionProblem,
  pattern: ReadonlySet<number>,
  cells = problem.primary,
): Exposure | null {
  const { table, candidates, threshold, least = 0 } = problem;
  const room = roomToMove(table, pattern, least);
  for (const cell of cells) {
    const count = table.counts[cell] as number;
    const wanted: readonly [Direction, number][] = [
      ['rise', threshold - count],
      ['fall', Math.min(Math.ceil(count / 2), count - least)],
    ];
    for (const [direction, enough] of wanted) {
      if (enough <= 0) continue;
      const { value, reachable } = room(cell, direction, enough);
      if (value >= enough) continue;
      const remedies = candidates.filter(
        (other) =>
          !pattern.has(other) &&
          moves(table, other, least).some(
            ({ from, to, capacity }) => capacity > 0 && reachable[from] === 1 && reachable[to] === 0,
          ),
      );
      const lines = hiddenInLines(problem, pattern);
      const joined = (cell: number): number => +(lines.row(cell) === 1) + +(lines.column(cell) === 1);
      return {
        remedies: remedies.sort(
          (a, b) => joined(b) - joined(a) || (table.counts[a] as number) - (table.counts[b] as number),
        ),
      };
    }
  }
  return null;
}

interface Search {
  readonly problem: SuppressionProblem;
  readonly effort: number;
  examined: number;
}

/** Cells to add to `pattern`, at most `size` and none of `refused`, to make it safe; null when there are none. */
function patternOf(
  search: Search,
  pattern: ReadonlySet<number>,
  refused: ReadonlySet<number>,
  size: number,
): number[] | null | 'too-long' {
  if (++search.examined > search.effort) return 'too-long';
  if (loneLines(search.problem, pattern) > size) return null;
  const found = exposure(search.problem, pattern);
  if (found === null) return [];
  if (size === 0) return null;
  // A remedy tried and found wanting is refused to its sisters: each pattern is met once.
  const tried = new Set(refused);
  for (const cell of found.remedies) {
    if (tried.has(cell)) continue;
    const rest = patternOf(search, new Set([...pattern, cell]), tried, size - 1);
    if (rest === 'too-long') return rest;
    if (rest !== null) return [cell, ...rest];
    tried.add(cell);
  }
  return null;
}

/** How many cells of the pattern each row and each column holds. */
function hiddenInLines({ table }: SuppressionProblem, pattern: ReadonlySet<number>) {
  const width = table.columns.length;
  const inRow = new Array<number>(table.rows.length).fill(0);
  const inColumn = new Array<number>(width).fill(0);
  for (const cell of pattern) {
    const [i, j] = [Math.floor(cell / width), cell % width];
    inRow[i] = (inRow[i] as number) + 1;
    inColumn[j] = (inColumn[j] as number) + 1;
  }
  return {
    row: (cell: number): number => inRow[Math.floor(cell / width)] as number,
    column: (cell: number): number => inColumn[cell % width] as number,
  };
}

/** At least how many cells are still to hide: a primary cell alone in its line is known by difference. */
function loneLines(problem: SuppressionProblem, pattern: ReadonlySet<number>): number {
  const lines = hiddenInLines(problem, pattern);
  const loneRows = problem.primary.filter((cell) => lines.row(cell) === 1).length;
  const loneColumns = problem.primary.filter((cell) => lines.column(cell) === 1).length;
  return Math.max(loneRows, loneColumns);
}

function greedyPattern(problem: SuppressionProblem, start: ReadonlySet<number>): number[] {
  const pattern = new Set(start);
  const added: number[] = [];
  for (let found = exposure(problem, pattern); found !== null; found = exposure(problem, pattern)) {
    const [cell] = found.remedies;
    if (cell === undefined) throw new Error('hiding every cell was safe, yet no cell remedies this pattern');
    pattern.add(cell);
    added.push(cell);
  }
  return added;
}

/** Shows again, largest counts first, every cell the pattern can do without. */
function irreducible(
  { table, ...rest }: SuppressionProblem,
  start: ReadonlySet<number>,
  added: number[],
): number[] {
  let kept = [...added].sort((a, b) => (table.counts[b] as number) - (table.counts[a] as number));
  for (const cell of [...kept]) {
    const without = kept.filter((other) => other !== cell);
    if (exposure({ table, ...rest }, new Set([...start, ...without])) === null) kept = without;
  }
  return kept;
}
