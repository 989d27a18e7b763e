import type { Engine } from '../engine/port.ts';
import { type ReportRow, registerReports } from '../engine/register-reports.ts';
import type { FollowUpIndicator, Plan } from '../plan/plan.ts';
import { frenchDay } from '../platform/french/date.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import { dayNumber, isoDay } from '../statistics/calendar-day.ts';
import { type Coverage, registerCoverage, reportsLookBack } from './coverage.ts';

export interface Register {
  readonly imported: ImportedSource | null;
  readonly coverage: Coverage | null;
  readonly reports: readonly ReportRow[] | null;
  readonly lastRecorded: number | null;
}

interface RegisterContext {
  readonly plan: Plan;
  readonly records: ReadonlyMap<string, ImportedSource>;
  readonly engine: Engine;
}

/** What is known of the register's completeness; a population with its own dates is its own register. */
export async function readRegister(
  { plan, records, engine }: RegisterContext,
  indicator: FollowUpIndicator,
  population: ImportedSource,
): Promise<Register> {
  const name = indicator.outcome ?? indicator.population ?? '';
  const source = plan.sources[name];
  if (source === undefined || (source.kind === 'units' && source.followUp === 'durations')) {
    return { imported: null, coverage: null, reports: null, lastRecorded: null };
  }
  const imported = indicator.outcome === null ? null : (records.get(name) ?? null);
  const { lastDay, importedOn, lastRecorded } = imported ?? population;
  const reports = await readReports(engine, name, imported);
  const day = (text: string | null) => (text === null ? null : dayNumber(text));
  const coverage = registerCoverage({
    declared: day(source.completeThrough),
    reports,
    lastRecorded: day(lastRecorded),
    lastDay: day(lastDay) ?? day(importedOn) ?? 0,
    importedOn: day(importedOn) ?? 0,
  });
  return { imported, coverage, reports, lastRecorded: day(lastRecorded) };
}

/** What the register knew when, from the counts made at import; null when it does not say. */
async function readReports(
  engine: Engine,
  name: string,
  imported: ImportedSource | null,
): Promise<readonly ReportRow[] | null> {
  if (imported?.lastRecorded == null || imported.reports === undefined) return null;
  const relation = `${name} reports`;
  await engine.expose({ name: relation, files: imported.reports });
  const rows = await engine.query<ReportRow>(
    registerReports(relation, imported.lastRecorded, reportsLookBack),
  );
  return [...rows].sort((a, b) => a.day - b.day || a.delay - b.delay);
}

export function coverageSentence({ day, basis }: Coverage): string {
  const on = frenchDay(isoDay(day));
  if (basis === 'declared') return `Registre complet jusqu’au ${on}, selon le plan.`;
  if (basis === 'reports')
    return `Registre complet à 99 % jusqu’au ${on}, d’après ses délais d’enregistrement.`;
  return `Dernier effet connu le ${on} ; rien ne dit que le registre est complet jusque-là.`;
}
