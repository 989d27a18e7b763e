import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { PublicationSummary } from '../../publish/summary/publication-summary.ts';
import { type AsideFacts, inputOfSummary } from '../suggestion/input-of-publication.ts';
import { judge } from '../suggestion/judge.ts';
import { deskCosts } from './desk-costs.ts';
import type { JudgedService } from './desk-service.ts';

interface Found {
  readonly id: string;
  readonly summary: PublicationSummary | null;
  readonly hasPlan: boolean;
  readonly terms: AsideFacts['terms'];
}

/** What the data suggest on a day of each of these services, in two statements. */
export async function judgeServices(
  db: Database,
  services: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, JudgedService>> {
  const { rows } = await sql<Found>`
    select service.id, kept.summary,
      exists (select from plan_version where plan_version.service = service.id) as "hasPlan",
      coalesce(said.terms, '[]') as terms
    from service
    left join (
      select service, json_agg(json_build_object('indicator', indicator, 'unit', unit, 'threshold', threshold,
        'valuePerOutcome', value_per_outcome) order by number desc) as terms
      from sponsor_terms where service = any(${services}) group by service
    ) said on said.service = service.id
    left join service_standing standing on standing.service = service.id
    left join publication_summary kept on kept.sha256 = standing.publication
    where service.id = any(${services})`.execute(db);
  const costs = await deskCosts(db, services, today);
  return new Map(
    rows.map(({ id, summary, hasPlan, terms }) => {
      const costPerYear = costs.get(id) ?? null;
      const judged = judge(
        inputOfSummary(summary, { today, costPerYear, usersPerYear: null, hasPlan, terms }),
      );
      const suggestion =
        judged.kind === 'judged'
          ? { answer: judged.answer, because: judged.because }
          : { answer: 'cannot-tell' as const, because: judged.silence.because };
      return [id, { published: summary, hasPlan, costPerYear, suggestion }];
    }),
  );
}
