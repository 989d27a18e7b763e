import type { Source } from '../plan/plan.ts';
import { textLiteral } from '../platform/duckdb.ts';
import type { Manifest } from './manifest.ts';
import { recordShape } from './record-shape.ts';

/** What was erased and must not come back when a file is read again. */
export type Erasure = Pick<Manifest, 'erased' | 'since'>;

/** Condition, on the stored columns of a source, that a row is of nobody erased and not older than `since`. */
export function wantedSql(source: Source, { erased, since }: Erasure): string {
  const { subject, mainDay } = recordShape(source);
  const conditions = [
    ...(subject && erased.length > 0 ? [`coalesce(subject NOT IN (${erased.join(', ')}), true)`] : []),
    ...(mainDay && since !== null
      ? [`coalesce("${mainDay}" >= CAST(${textLiteral(since)} AS DATE), true)`]
      : []),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
