import type { Plan } from '../../plan/plan.ts';
import type { Config } from '../../platform/config.ts';
import { type ArrivalDoor, openDoor } from '../../records/arrivals/door.ts';
import { pullSource } from '../../records/arrivals/pull-source.ts';
import { dayNumber, isoDay } from '../../statistics/calendar-day.ts';

interface Parts {
  readonly plan: Plan;
  readonly config: Config;
  /** The one way in, when this process already keeps it open; left out: opened for the time of the pull. */
  readonly door?: ArrivalDoor;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly signal?: AbortSignal;
}

/** Takes what is new where the sources of a plan say, each apart: `orSay` hears the refusal of one, the others go on. */
export async function pullSources(
  { plan, config, today, signal, ...parts }: Parts,
  orSay: (work: Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const sources = Object.values(plan.sources).filter(({ pull }) => pull);
  if (sources.length === 0) return;
  const door = parts.door ?? openDoor(config);
  const latest = isoDay((dayNumber(today) ?? 0) + 1);
  const options = { service: plan.service.id, connections: config.pullConnections, latest };
  try {
    for (const source of sources) {
      await orSay(pullSource(door, source, { ...options, ...(signal && { signal }) }));
    }
  } finally {
    if (parts.door === undefined) await door.close();
  }
}
