import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { withoutAccents } from '../search-text.ts';
import type { ServiceRecord } from '../service-record.ts';
import { inBatches } from './in-batches.ts';

export interface ServiceToSave {
  readonly record: ServiceRecord;
  readonly name: string;
  readonly origin: 'import' | 'demonstration' | 'local';
  /** Effect sought; a public list does not say it, so that what was said here is given back. */
  readonly effect: EffectColumns | null;
  readonly source: string;
}

export interface EffectColumns {
  readonly effect_statement: string | null;
  readonly effect_domain: 'social' | 'environmental' | 'economic' | null;
  readonly effect_beneficiaries: string | null;
}

const noEffect: EffectColumns = { effect_statement: null, effect_domain: null, effect_beneficiaries: null };

/** Writes services and all that hangs from them: organisations, incubators, phases, committees, events. */
export async function saveServices(
  db: Database,
  services: readonly ServiceToSave[],
  now: string,
): Promise<void> {
  for (const batch of inBatches(services)) {
    await writeServices(db, batch, now);
    await removeChildren(
      db,
      batch.map(({ record }) => record.id),
    );
    await writeChildren(
      db,
      batch.map(({ record }) => record),
    );
  }
}

async function writeServices(db: Database, services: readonly ServiceToSave[], now: string): Promise<void> {
  await db
    .insertInto('service')
    .values(services.map((service) => serviceRow(service, now)))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        mission: ref('excluded.mission'),
        origin: ref('excluded.origin'),
        effect_statement: ref('excluded.effect_statement'),
        effect_domain: ref('excluded.effect_domain'),
        effect_beneficiaries: ref('excluded.effect_beneficiaries'),
        links: ref('excluded.links'),
        accessibility: ref('excluded.accessibility'),
        themes: ref('excluded.themes'),
        technologies: ref('excluded.technologies'),
        search_text: ref('excluded.search_text'),
        source: ref('excluded.source'),
        source_record: ref('excluded.source_record'),
        removed_upstream_on: null,
        updated_at: ref('excluded.updated_at'),
      })),
    )
    .execute();
}

function serviceRow({ record, name, origin, effect, source }: ServiceToSave, now: string) {
  const { effect_statement, effect_domain, effect_beneficiaries } = effect ?? noEffect;
  const { id, mission = null, themes = [], technologies = [], sponsors = [] } = record;
  return {
    id,
    name,
    mission,
    origin,
    effect_statement,
    effect_domain,
    effect_beneficiaries,
    links: JSON.stringify(record.links ?? {}),
    accessibility: record.accessibility ?? null,
    themes: JSON.stringify(themes),
    technologies: JSON.stringify(technologies),
    search_text: withoutAccents([name, mission, effect_statement, ...themes, ...sponsors, id].join(' ')),
    source,
    source_record: JSON.stringify(record),
    created_at: now,
    updated_at: now,
  };
}

async function removeChildren(db: Database, ids: readonly string[]): Promise<void> {
  for (const table of [
    'service_organisation',
    'service_incubator',
    'phase',
    'committee',
    'service_event',
  ] as const) {
    await db.deleteFrom(table).where('service_id', '=', sql<string>`any(${ids})`).execute();
  }
}

async function writeChildren(db: Database, records: readonly ServiceRecord[]): Promise<void> {
  const organisations = records.flatMap(({ id, sponsors = [] }) =>
    sponsors.map((organisation_id, position) => ({ service_id: id, organisation_id, position })),
  );
  const incubators = records.flatMap(({ id, incubators = [] }) =>
    incubators.map((incubator_id, position) => ({ service_id: id, incubator_id, position })),
  );
  const phases = records.flatMap(({ id, phases = [] }) =>
    phases.map(({ name, startedOn, endedOn }, position) => ({
      service_id: id,
      position,
      name,
      started_on: startedOn,
      ended_on: endedOn,
    })),
  );
  const committees = records.flatMap(committeesOf);
  const events = records.flatMap(({ id, events = [] }) =>
    events
      .filter(({ kind }) => kind !== 'committee')
      .map(({ kind, happenedOn, comment }, position) => ({
        service_id: id,
        position,
        kind,
        happened_on: happenedOn,
        comment,
      })),
  );
  for (const rows of inBatches(organisations))
    await db.insertInto('service_organisation').values(rows).execute();
  for (const rows of inBatches(incubators)) await db.insertInto('service_incubator').values(rows).execute();
  for (const rows of inBatches(phases)) await db.insertInto('phase').values(rows).execute();
  for (const rows of inBatches(committees)) await db.insertInto('committee').values(rows).execute();
  for (const rows of inBatches(events)) await db.insertInto('service_event').values(rows).execute();
}

/** A committee is known by its service and its day, so that what is decided there keeps its place. */
function committeesOf({ id, events = [] }: ServiceRecord) {
  const seen = new Map<string, number>();
  return events
    .filter(({ kind }) => kind === 'committee')
    .map(({ happenedOn, comment }) => {
      const day = `${id}/${happenedOn ?? 'sans-date'}`;
      const rank = (seen.get(day) ?? 0) + 1;
      seen.set(day, rank);
      return { id: rank === 1 ? day : `${day}/${rank}`, service_id: id, held_on: happenedOn, comment };
    });
}
