import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeasureDocument } from '../../measure/measure.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Config, readConfig } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import { measuredExamples } from '../../portfolio/demonstration/plans/measured-examples.ts';
import { simulateWorld } from '../../simulation/simulate-world.ts';
import { loadPlan } from '../plan-file.ts';
import { measureFromPlan } from '../run-measure.ts';

export interface MeasuredDemonstration {
  readonly planText: string;
  readonly plan: Plan;
  readonly document: MeasureDocument;
}

/** Small worlds: `few` is a service that began six months ago. */
const worlds = {
  many: { size: { persons: 3_000 }, months: 13, seed: 11, hazardRatio: 3 },
  few: { size: { persons: 1_200 }, months: 6, seed: 5 },
} as const;

/**
 * Measures the services of the demonstration that publish figures, on worlds simulated up to last month: every figure
 * comes from the files, through the same import and the same methods as a real one. Nothing is left on disk.
 */
export async function measureDemonstration(today: string): Promise<readonly MeasuredDemonstration[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foulee-demonstration-'));
  const config = ownConfig(join(folder, 'data'));
  try {
    const ends = new Map<string, string>();
    for (const [name, options] of Object.entries(worlds)) {
      const start = monthsBefore(today, options.months);
      const output = join(folder, name);
      const { truth } = await simulateWorld({ ...options, output, start, people: true });
      ends.set(name, truth.calendar.completeThrough);
    }
    const measured: MeasuredDemonstration[] = [];
    for (const { service, world, plan: write } of measuredExamples) {
      const planText = write({ completeThrough: ends.get(world) ?? today });
      const path = join(folder, world, `${service}.yaml`);
      writeFileSync(path, planText);
      const document = await measureFromPlan(path, { refresh: true, keepCounts: true, config });
      measured.push({ planText, plan: loadPlan(path).plan, document });
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Simulated people need no lasting secret: a key for this run, and records apart. */
function ownConfig(dataFolder: string): Config {
  return {
    ...readConfig(),
    dataFolder,
    temporaryFolder: join(dataFolder, 'tmp'),
    key: { from: 'environment', text: newId() + newId() },
  };
}

/** `YYYY-MM`, that many months before the month of a day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 7);
}
