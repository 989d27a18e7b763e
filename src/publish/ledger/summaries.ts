import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Publication } from '../bundle/bundle.ts';
import { mainMeasure } from '../bundle/main-measure.ts';
import { publicationSummary, summaryVersion } from '../summary/publication-summary.ts';
import { keptPublication } from './kept-publication.ts';
import { isUntouched } from './untouched.ts';

type Place = Pick<Publication, 'sha256'> & { readonly service: string; readonly number: number };

/** Keeps what lists read of a publication; `publication` null: its text was spoilt, and nothing is said of it. */
export async function keepSummary(
  db: Kysely<Schema>,
  { sha256, service, number }: Place,
  publication: Publication | null,
): Promise<void> {
  const summed = publication === null ? null : summedUp(publication);
  const kept = {
    version: summaryVersion,
    summary: summed === null ? null : JSON.stringify(summed.summary),
    sentence: summed?.sentence ?? null,
  };
  await db
    .insertInto('publication_summary')
    .values({ sha256, service, number, ...kept })
    .onConflict((found) => found.column('sha256').doUpdateSet(kept))
    .execute();
}

/** Makes the summaries that are missing or of an earlier version, a few at a time; returns how many it made. */
export async function fillSummaries(db: Database): Promise<number> {
  for (let made = 0; ; ) {
    const { rows } = await missing.execute(db);
    if (rows.length === 0) return made;
    for (const { document, ...place } of rows) await keepSummary(db, place, untouched(document));
    made += rows.length;
  }
}

const atOnce = 100;

const missing = sql<Place & { readonly document: string }>`
  select publication.sha256, publication.service, publication.number, publication.document
  from publication
  left join publication_summary kept on kept.sha256 = publication.sha256
  where kept.version is null or kept.version < ${summaryVersion}
  limit ${atOnce}`;

function untouched(document: string): Publication | null {
  const publication = keptPublication(document);
  return publication !== null && isUntouched(publication) ? publication : null;
}

/** A publication of before may lack what was added since: what cannot be summed up is as if it were not there. */
function summedUp({ bundle }: Publication) {
  try {
    const summary = publicationSummary(bundle);
    const sentence = mainMeasure(bundle.measures)?.headline.sentence ?? null;
    return summary === null || sentence === null ? null : { summary, sentence };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
