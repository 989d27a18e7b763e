import { type RawBuilder, sql } from 'kysely';

/**
 * What is kept of the publication of `service.id` that stands: the last one (0), or the one before it (1). To be joined
 * service by service, through an index: publications are not read whole.
 */
export const standingPublication = (
  columns: RawBuilder<unknown>,
  place: 0 | 1 = 0,
): RawBuilder<unknown> => sql`
  select ${columns} from publication_summary
  where publication_summary.service = service.id and summary is not null
    and sha256 not in (select publication from correction where kind = 'withdrawal')
  order by number desc limit 1 offset ${sql.lit(place)}`;
