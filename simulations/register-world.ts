import { longestDelay, registerCoverage } from '../src/measure/coverage.ts';
import type { ReportCount } from '../src/statistics/reporting-delay.ts';
import type { CellFollowUp } from '../src/statistics/weighted-follow-up.ts';

/** People of one world; `cell` is their covariate cell, `risk` their chance of the outcome within `horizon` days. */
export interface Person {
  readonly cell: number;
  readonly treated: 0 | 1;
  readonly received?: 0 | 1;
  readonly risk: number;
  /** Chance of another way out within `horizon` days. */
  readonly leaving?: number;
  /** P(outcome not matched) and P(matched without one) for this person. */
  readonly missed?: number;
}

export interface FollowedPerson extends CellFollowUp {
  readonly received: 0 | 1;
  readonly indexDay: number;
}

export const horizon = 90;
const lastEntry = 300;
const readOn = 330;
const meanLag = 6;

/**
 * Follows people through a register that learns late: they enter over 300 days, outcomes follow a constant hazard,
 * each is recorded after a geometric delay, and only what is recorded by day 330 is known. Follow-up ends at the
 * coverage that Foulée derives from the register's own delays, as in a measure without `complete_through`.
 */
export function followPeople(
  size: number,
  random: () => number,
  draw: (random: () => number) => Person,
): readonly FollowedPerson[] {
  const reports: ReportCount[] = [];
  const people = Array.from({ length: size }, () => {
    const person = draw(random);
    const entry = Math.floor(random() * lastEntry);
    const outcome = daysTo(person.risk, random);
    const exit = person.leaving === undefined ? Infinity : daysTo(person.leaving, random);
    const missed = person.missed !== undefined && random() < person.missed;
    const lag = Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / (1 + meanLag)));
    const known = !missed && entry + outcome + lag <= readOn;
    if (known) reports.push({ day: entry + outcome, delay: lag, n: 1 });
    return { person, entry, outcome: known ? outcome : Infinity, exit };
  });
  const { day: coverage } = registerCoverage({
    declared: null,
    reports: longestDelay(reports) > 0 ? reports : [],
    lastRecorded: readOn,
    lastDay: readOn,
    importedOn: readOn,
  });
  const rows: FollowedPerson[] = [];
  for (const { person, entry, outcome, exit } of people) {
    const observed = coverage - entry;
    if (observed < 0) continue;
    const end = Math.min(outcome, exit, observed);
    const status = end === outcome ? 1 : end === exit ? 2 : 0;
    const { cell, treated, received = treated } = person;
    rows.push({ cell, treated, received, time: end, status, n: 1, indexDay: entry });
  }
  return counted(rows);
}

const daysTo = (risk: number, random: () => number): number =>
  Math.max(1, Math.ceil((horizon * Math.log(1 - random())) / Math.log(1 - risk)));

/** Sums identical rows, whatever their index day: what the engine would have returned, pooled. */
function counted(people: readonly FollowedPerson[]): readonly FollowedPerson[] {
  const counts = new Map<number, FollowedPerson & { n: number }>();
  for (const row of people) {
    const key = (((row.cell * 2 + row.treated) * 2 + row.received) * 1024 + row.time) * 4 + row.status;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { ...row });
    else known.n += row.n;
  }
  return [...counts.values()];
}
