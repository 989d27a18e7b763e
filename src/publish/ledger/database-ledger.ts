import { type Kysely, sql } from 'kysely';
import { recordAudit } from '../../platform/accounts/record-audit.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { newId } from '../../platform/ids.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { DamagedPublication, keptPublication } from './kept-publication.ts';
import {
  type Correction,
  checkFollows,
  checkServiceId,
  type Ledger,
  type LedgerEntry,
  noSuchPublication,
} from './ledger.ts';
import { keepSummary } from './summaries.ts';

/** The ledger in the application database. What is added and its line of the audit log are in one transaction. */
export function databaseLedger(db: Database): Ledger {
  return {
    entries: (service) => readEntries(db, service),
    append: (service, author, make) =>
      db.transaction().execute(async (transaction) => {
        checkServiceId(service);
        // One publication of a service at a time, on whatever connection: the next waits, then sees this one.
        await sql`select pg_advisory_xact_lock(hashtext(${`publication ${service}`}))`.execute(transaction);
        const entries = await readEntries(transaction, service);
        const publication = make(entries);
        checkFollows(publication, entries);
        const { number, previous } = publication.bundle;
        await transaction
          .insertInto('publication')
          .values({
            sha256: publication.sha256,
            service,
            number,
            previous,
            document: canonicalJson(publication),
            published_at: author.at,
          })
          .execute();
        await keepSummary(transaction, { sha256: publication.sha256, service, number }, publication);
        await recordAudit(transaction, {
          at: author.at,
          actor: author.actor,
          action: 'publish',
          object: ['publication', publication.sha256],
          service,
          detail: { number },
        });
        return publication;
      }),
    correct: ({ service, number, kind, reason }, author) =>
      db.transaction().execute(async (transaction) => {
        const found = await transaction
          .selectFrom('publication')
          .select('sha256')
          .where('service', '=', service)
          .where('number', '=', number)
          .executeTakeFirst();
        if (found === undefined) throw noSuchPublication(number);
        const { role, actor, at } = author;
        await transaction
          .insertInto('correction')
          .values({ id: newId(), publication: found.sha256, kind, reason, role, actor, at })
          .execute();
        await recordAudit(transaction, {
          at,
          actor,
          action: kind === 'withdrawal' ? 'withdraw' : 'correct',
          object: ['publication', found.sha256],
          service,
          detail: { number },
        });
      }),
  };
}

async function readEntries(db: Kysely<Schema>, service: string): Promise<readonly LedgerEntry[]> {
  const rows = await db
    .selectFrom('publication')
    .select(['sha256', 'number', 'document'])
    .where('service', '=', service)
    .orderBy('number')
    .execute();
  const said = await db
    .selectFrom('correction')
    .innerJoin('publication', 'publication.sha256', 'correction.publication')
    .select(['correction.publication', 'kind', 'reason', 'role', 'at'])
    .where('publication.service', '=', service)
    .orderBy('at')
    .execute();
  return rows.map(({ sha256, number, document }) => {
    const publication = keptPublication(document);
    if (publication === null) throw new DamagedPublication(service, number);
    const corrections = said
      .filter((own) => own.publication === sha256)
      .map(({ kind, reason, role, at }): Correction => ({ service, number, kind, reason, role, at }));
    return { publication, corrections };
  });
}
