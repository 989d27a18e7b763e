import type { MeasureDocument } from '../../measure/measure.ts';
import type { WeekReading } from '../run/week-reading.ts';
import type { Week } from '../week.ts';

/** The run of one week: what was measured, and what it says against the run before. */
export interface WeeklyRun {
  readonly service: string;
  readonly week: Week;
  /** ISO 8601. */
  readonly at: string;
  /** Null: nothing could be measured. */
  readonly document: MeasureDocument | null;
  readonly reading: WeekReading;
  /** Whether its data are invented, for a demonstration. */
  readonly isSimulated: boolean;
}

/** The runs of services, kept; one a week, the last one made. */
export interface RunHistory {
  /** The last run that measured something in an earlier week; null when there is none. */
  before(service: string, week: Week): Promise<WeeklyRun | null>;
  /** The run of this very week; null when it is not made. */
  of(service: string, week: Week): Promise<WeeklyRun | null>;
  /** Keeps the run of a week, in the place of one made earlier in the same week. */
  save(run: WeeklyRun): Promise<void>;
}
