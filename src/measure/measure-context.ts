import type { Engine } from '../engine/port.ts';
import type { Plan } from '../plan/plan.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import type { MeasureInput } from './measure.ts';

/** What measuring an indicator needs; the sources of the plan are exposed to the engine under their names. */
export interface MeasureContext {
  readonly plan: Plan;
  readonly records: ReadonlyMap<string, ImportedSource>;
  readonly engine: Engine;
  readonly onProgress?: (share: number) => void;
  /** Keep the counts the figures rest on, to publish them. */
  readonly keepCounts?: boolean;
}

export const measureInput = ({
  source,
  kind,
  rows,
  rejected,
  withoutSubject,
  firstDay,
  lastDay,
  digest,
}: ImportedSource): MeasureInput => ({
  source,
  kind,
  rows,
  rejected,
  withoutSubject,
  firstDay,
  lastDay,
  digest,
});
