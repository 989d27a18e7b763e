import type { Engine } from '../engine/port.ts';
import type { Plan } from '../plan/plan.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import type { KeptUnits } from '../records/kept-units/kept-units.ts';
import type { MeasureInput } from './measure.ts';

/** What measuring an indicator needs; the sources of the plan are exposed to the engine under their names. */
export interface MeasureContext {
  readonly plan: Plan;
  readonly records: ReadonlyMap<string, ImportedSource>;
  readonly engine: Engine;
  readonly onProgress?: (share: number) => void;
  /** Keep the counts the figures rest on, to publish them. */
  readonly keepCounts?: boolean;
  /** Where units are kept from one measure to the next; left out or null: all are counted. */
  readonly keptUnits?: KeptUnits | null;
  /** Identifiers that one statement holds in memory, about; left out: millions. */
  readonly identifiersAtOnce?: number;
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
