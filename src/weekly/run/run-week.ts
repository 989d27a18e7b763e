import type { MeasureDocument } from '../../measure/measure.ts';
import { measureImported } from '../../measure/measure-imported.ts';
import { planHash } from '../../measure/plan-hash.ts';
import { sourcesRead } from '../../plan/indicator-sources.ts';
import type { Plan, Source } from '../../plan/plan.ts';
import type { Config } from '../../platform/config.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';
import { importSources } from '../../records/import-sources.ts';
import { openRecords } from '../../records/open-records.ts';
import type { RunHistory, WeeklyRun } from '../history/weekly-run.ts';
import { weekOf } from '../week.ts';
import { pullSources } from './pull-sources.ts';
import { readWeek } from './read-week.ts';
import { inputsOf } from './what-broke.ts';

export interface RunParts {
  /** Whose history this is: the plan's service, under the name it has here. */
  readonly service: string;
  readonly plan: Plan;
  /** Files of the plan are found from here. */
  readonly planFolder: string;
  readonly config: Config;
  readonly history: RunHistory;
  /** `YYYY-MM-DD`, and the instant, ISO 8601. */
  readonly today: string;
  readonly now: string;
  readonly software: string;
  /** Where rows that are pulled come in, when this process already keeps it open. */
  readonly door?: ArrivalDoor;
  readonly isSimulated?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (label: string, share: number | null) => void;
}

/**
 * The run of the week: pull and import what is new, measure, compare with the last run, keep. What cannot be imported is said, and
 * the rest measured on what is already there. Done twice in a week, the second run takes the place of the first.
 */
export async function runWeek(parts: RunParts): Promise<WeeklyRun> {
  const { service, history, today, now, isSimulated = false } = parts;
  const week = weekOf(today);
  const before = await history.before(service, week);
  const refused: Refusal[] = [];
  const orSay = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'interrupted' || parts.signal?.aborted) throw error;
      if (!refused.some(({ message }) => message === error.message)) refused.push(error);
      return null;
    }
  };
  await pullSources(parts, orSay);
  for (const source of Object.values(parts.plan.sources)) await orSay(imported(parts, source));
  const latest = (await history.of(service, week))?.document ?? before?.document ?? null;
  const document = await orSay(measured(parts, latest));
  const reading = readWeek(
    before && { document: before.document, silent: before.reading.silent },
    document,
    refused,
  );
  const run = { service, week, at: now, document, reading, isSimulated };
  await history.save(run);
  return run;
}

/** Each source apart: one that cannot be imported holds no other back. */
const imported = ({ plan, planFolder, config, today, signal, onProgress }: RunParts, source: Source) =>
  importSources(readingOnly(plan, [source]), {
    planFolder,
    config,
    today,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });

const readingOnly = (plan: Plan, sources: readonly Source[]): Plan => ({
  ...plan,
  sources: Object.fromEntries(sources.map((source) => [source.name, source])),
});

/** The measure has no clock: when nothing came since the latest one, it is that one. */
async function measured(
  { plan, config, software, signal, onProgress }: RunParts,
  latest: MeasureDocument | null,
): Promise<MeasureDocument> {
  const known = await measurable(plan, config);
  const plannedAs = { hash: planHash(plan) };
  if (latest !== null && latest.software === software && latest.plan.hash === plannedAs.hash) {
    const records = await openRecords(known, config);
    const inputs = inputsOf(latest);
    if ([...records].every(([name, { digest }]) => inputs.get(name)?.digest === digest)) return latest;
  }
  const document = await measureImported(known, config, {
    software,
    signal,
    keepUnits: true,
    onProgress: (indicator, share) => onProgress?.(`Mesure de ${indicator}`, share),
  });
  return { ...document, plan: plannedAs };
}

/** The plan without what reads a source never imported yet; whole when nothing else is left. */
async function measurable(plan: Plan, config: Config): Promise<Plan> {
  const ready: Source[] = [];
  for (const source of Object.values(plan.sources)) {
    try {
      await openRecords(readingOnly(plan, [source]), config);
      ready.push(source);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  const names = new Set(ready.map(({ name }) => name));
  const indicators = plan.indicators.filter((indicator) =>
    sourcesRead(indicator).every((name) => names.has(name)),
  );
  return indicators.length === 0 ? plan : { ...readingOnly(plan, ready), indicators };
}
