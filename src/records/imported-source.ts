import type { Source } from '../plan/plan.ts';

/**
 * One source after import: pseudonymised Parquet files and what is known of them. Columns of the files:
 * - events: `subject BIGINT, target BIGINT?, day DATE, a_<attribute> VARCHAR…`
 * - outcomes: the same with `recorded DATE` when the source declares it
 * - assignments: `subject BIGINT, a_arm VARCHAR`
 * - units by durations: `subject BIGINT?, duration BIGINT, status BIGINT` (0 censored, 1 event, 1 + i for the
 *   i-th competing value)`, grp VARCHAR?, a_<attribute>…`
 * - units by dates: `subject BIGINT?, target BIGINT?, entry DATE, time DATE?, exit DATE?, followed_until DATE?,
 *   grp VARCHAR?, a_<attribute>…`
 * - sample: `subject BIGINT?, day DATE?, entry DATE?, a_<attribute>…, a_value: VARCHAR`, then `a_weight:`,
 *   `a_cluster:`, `a_stratum:`, `a_population:` as declared; series: `day DATE, a_value: VARCHAR, a_goal: VARCHAR?`
 * - panel and territories: `territory VARCHAR?, period VARCHAR?, started VARCHAR?, value DOUBLE?, numerator DOUBLE?,
 *   denominator DOUBLE?, weight DOUBLE?, a_<attribute>…`, without identifiers
 * `?` columns exist only when the plan's source declares them. Rows are sorted by subject, target, day in each file.
 */
export interface ImportedSource {
  readonly source: string;
  readonly kind: Source['kind'];
  /** Absolute paths, in a stable order. */
  readonly files: readonly string[];
  /** Files `day DATE, recorded DATE, n BIGINT` that count the rows with a day recorded, when the source has `recorded`. */
  readonly reports?: readonly string[];
  readonly rows: number;
  readonly rejected: number;
  readonly withoutSubject: number;
  /** First and last day of use, outcome or entry; null for durations. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Last day on which the register learned something, when the source has `recorded`. */
  readonly lastRecorded: string | null;
  /** SHA-256 over the digests of the input files and the source's definition, hexadecimal. */
  readonly digest: string;
  /** Day of the last import that changed something. */
  readonly importedOn: string;
}
