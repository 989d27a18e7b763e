import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Known, MeasuredExample } from '../../portfolio/demonstration/plans/measured-example.ts';
import { simulateWorld } from '../../simulation/simulate-world.ts';
import { monthsBefore } from './publication-day.ts';

/** What a simulated world of job seekers knew, in the order it was known. */
export interface JobSeekers {
  readonly usage: readonly MonthOfRows[];
  readonly hires: readonly MonthOfRows[];
  readonly people: readonly string[];
}

interface MonthOfRows {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly header: string;
  readonly rows: string;
}

const months = 13;

/** Thirteen months of a service that finds companies, up to last month. */
export async function simulateJobSeekers(folder: string, today: string): Promise<JobSeekers> {
  const start = monthsBefore(today, months).slice(0, 7);
  await simulateWorld({
    output: folder,
    size: { persons: 4_000 },
    months,
    seed: 11,
    hazardRatio: 6,
    start,
    people: true,
  });
  return {
    usage: monthly(folder, /^activity-.*(\d{4})\.(\d{2})\.json$/, 0),
    hires: monthly(folder, /^dpae-(\d{4})(\d{2})\.csv$/, 1),
    people: readFileSync(join(folder, 'people.csv'), 'utf8').trimEnd().split('\n'),
  };
}

function monthly(folder: string, pattern: RegExp, headers: number): readonly MonthOfRows[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const found = pattern.exec(name);
      if (found === null) return [];
      const text = readFileSync(join(folder, name), 'utf8');
      const start = headers === 0 ? 0 : text.indexOf('\n') + 1;
      return [{ month: `${found[1]}-${found[2]}`, header: text.slice(0, start), rows: text.slice(start) }];
    });
}

/**
 * Puts in a folder a plan and its files as they are once known up to a day, and gives the path of the plan. `before`:
 * the day they were last put there; what was known then stays, and the rest is added as a team would.
 */
export function stageFiles(
  folder: string,
  example: MeasuredExample,
  { before, known }: { readonly before: string | null; readonly known: Known },
  jobSeekers: JobSeekers | null,
): string {
  mkdirSync(folder, { recursive: true });
  const files = { ...example.files(known), 'impact.yaml': example.plan(known) };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  if (example.jobSeekers && jobSeekers !== null) {
    const month = known.through.slice(0, 7);
    const isNew = (own: MonthOfRows) => own.month <= month && own.month > (before?.slice(0, 7) ?? '');
    writeMonths(join(folder, `activity-lbb-${month}.json`), jobSeekers.usage.filter(isNew));
    writeMonths(join(folder, `dpae-${month}.csv`), jobSeekers.hires.filter(isNew));
    const [header = '', ...people] = jobSeekers.people;
    const entered = people.filter((line) => (line.split(',')[1] ?? '') <= known.through);
    writeFileSync(join(folder, 'people.csv'), `${[header, ...entered].join('\n')}\n`);
  }
  return join(folder, 'impact.yaml');
}

function writeMonths(path: string, months: readonly MonthOfRows[]): void {
  writeFileSync(path, (months[0]?.header ?? '') + months.map(({ rows }) => rows).join(''));
}
