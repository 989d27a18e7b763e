import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Bundle } from '../../publish/bundle/bundle.ts';
import { databaseLedger } from '../../publish/ledger/database-ledger.ts';
import { keptPublication } from '../../publish/ledger/kept-publication.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { isUntouched, withChecks } from '../../publish/ledger/untouched.ts';
import { entryPath } from './entries.ts';
import type { LatestBundles } from './service-row.ts';
import type { CorrectionView } from './service-view.ts';
import { unlessDamaged } from './unless-damaged.ts';

/** What was published, as the ledger keeps it. */
export interface Publications {
  stamp(): Promise<string>;
  /** Of every service that has a publication that stands. */
  latest(): Promise<ReadonlyMap<string, LatestBundles>>;
  /** Oldest first. */
  ofService(service: string): Promise<readonly LedgerEntry[]>;
  /** Newest first. */
  corrections(names: ReadonlyMap<string, string>): Promise<readonly CorrectionView[]>;
}

interface Standing {
  readonly service: string;
  readonly sha256: string;
}

/** Reads the ledger; a publication never changes, so each is read once to make the list of services. */
export function readPublications(db: Database): Publications {
  const ledger = databaseLedger(db);
  const known = new Map<string, Bundle>();
  const ofService = async (service: string) => withChecks(await ledger.entries(service));
  return {
    ofService,
    async stamp() {
      const { rows } = await sql<{ stamp: string }>`
        select concat_ws('/', (select count(*) from publication), (select count(*) from correction)) as stamp`.execute(
        db,
      );
      return rows[0]?.stamp ?? '';
    },
    async latest() {
      const standing = await lastTwo(db);
      await readInto(
        db,
        known,
        standing.map(({ sha256 }) => sha256),
      );
      const all = new Map<string, LatestBundles>();
      for (const { service, sha256 } of standing) {
        const bundle = known.get(sha256);
        if (bundle === undefined) continue;
        const latest = all.get(service)?.latest;
        all.set(service, latest ? { latest, before: bundle } : { latest: bundle, before: null });
      }
      return all;
    },
    async corrections(names) {
      const { rows } = await sql<{ service: string }>`
        select distinct publication.service from correction
        join publication on publication.sha256 = correction.publication`.execute(db);
      const all = await Promise.all(
        rows.map(async ({ service }) =>
          correctionsOf(
            service,
            names.get(service) ?? service,
            (await unlessDamaged(ofService(service))) ?? [],
          ),
        ),
      );
      return all.flat().sort((a, b) => (a.day < b.day ? 1 : -1));
    },
  };
}

/** Every correction said of a service's publications, newest first. */
export function correctionsOf(
  id: string,
  name: string,
  entries: readonly LedgerEntry[],
): readonly CorrectionView[] {
  return entries
    .flatMap((entry) =>
      entry.corrections.map(({ kind, reason, at }) => ({
        day: at.slice(0, 10),
        service: { id, name },
        reason,
        kind,
        about: entryPath(id, entry, entries),
      })),
    )
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** The last two publications of each service that were not withdrawn, the latest first. */
async function lastTwo(db: Database): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select service, sha256 from (
      select service, sha256, number, row_number() over (partition by service order by number desc) as place
      from publication
      where not exists (
        select 1 from correction where correction.publication = publication.sha256 and kind = 'withdrawal')
    ) standing
    where place <= 2
    order by service, number desc`.execute(db);
  return rows;
}

async function readInto(db: Database, known: Map<string, Bundle>, wanted: readonly string[]): Promise<void> {
  const missing = wanted.filter((sha256) => !known.has(sha256));
  if (missing.length === 0) return;
  const rows = await db
    .selectFrom('publication')
    .select(['sha256', 'document'])
    .where('sha256', '=', sql<string>`any(${missing})`)
    .execute();
  for (const { sha256, document } of rows) {
    const publication = keptPublication(document);
    if (publication !== null && isUntouched(publication)) known.set(sha256, publication.bundle);
  }
}
