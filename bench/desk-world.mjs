// Ten years of an invented portfolio, written straight into the tables by the database itself: what the desk is timed on.
import { sql } from 'kysely';
import { readPortfolio } from '../dist/portfolio/beta-gouv/read-portfolio.js';
import { importPortfolio } from '../dist/portfolio/import/import-portfolio.js';
import { summaryVersion } from '../dist/publish/summary/publication-summary.js';
import { portfolioList } from './portfolio-list.mjs';

/** The last publication of each service is of this day. */
export const today = '2026-11-28';

export async function fillDesk(db, { services, publications, weeks }) {
  const list = readPortfolio(portfolioList(services, 1), 'bench');
  await importPortfolio(db, list, { source: 'bench', now: '2026-11-27T00:00:00.000Z' });
  for (const statement of statements({ publications, weeks })) await sql.raw(statement).execute(db);
}

// Services are numbered, so that each draws its own numbers, the same every time.
const numbered = `(select id, row_number() over (order by id) as k from service) one`;

const statements = ({ publications, weeks }) => [
  // Documents as long as real ones would be only for the last two of each service: older ones are never read.
  `insert into publication (sha256, service, number, previous, document, published_at)
    select md5(id || n) || md5(n || id), id, n, case when n > 1 then md5(id || (n - 1)) || md5((n - 1) || id) end,
      case when n >= ${publications} - 1 then (select string_agg(md5(id || n || i), '') from generate_series(1, 200) i)
        else '{}' end,
      date '${today}' - (${publications} - n) * 91
    from ${numbered} cross join generate_series(1, ${publications}) n where k % 5 < 4 order by n`,
  `insert into publication_summary (sha256, service, number, version, summary, sentence)
    select sha256, service, number, ${summaryVersion}, ${summary}, 'Sur 100 personnes, 12 de plus qu’ailleurs.'
    from publication join ${numbered} on id = service`,
  `insert into correction (id, publication, kind, reason, role, actor, at)
    select 'c' || sha256, sha256, case when k % 2 = 0 then 'withdrawal' else 'correction' end, 'x', 'steward', 'a', now()
    from publication join ${numbered} on id = service where k % 20 < 2 and number = ${publications}`,
  `insert into weekly_run (service, week, at, document, reading, is_simulated)
    select id, to_char(date '${today}' - 7 * n, 'IYYY-"W"IW'), now(), null, '{}', false
    from ${numbered} cross join generate_series(0, ${weeks} - 1) n where k % 2 = 0`,
  `insert into plan_version (service, number, text, hash, author, created_at)
    select id, 1, 'plan', 'h' || k, 'a', now() from ${numbered} where k % 10 < 9`,
  `insert into review (id, service, kind, plan_version, publication, plan_hash, verdict, checklist, answers, summary,
      reviewer, role, organisation, at)
    select 'r' || k, id, 'form', 1, null, 'h' || k, 'approved', 1, '{}', 'x', 'a', 'coach', null, now()
    from ${numbered} where k % 4 = 0`,
  `insert into review (id, service, kind, plan_version, publication, plan_hash, verdict, checklist, answers, summary,
      reviewer, role, organisation, at)
    select 's' || k, id, 'substance', null, (select sha256 from publication where service = id order by number desc limit 1),
      'h' || k, 'approved', 1, '{}', 'x', 'a', 'coach', null, now()
    from ${numbered} where k % 15 = 0`,
  `insert into budget_line (id, service, starts_on, ends_on, cents, state, nature, source, author, recorded_at)
    select 'b' || k || '-' || n, id, date '${today}' - n * 91 - 90, date '${today}' - n * 91, 5000000 + k * 100,
      'spent', 'staff', 'x', 'a', now()
    from ${numbered} cross join generate_series(0, 39) n where k % 10 < 7`,
  `insert into committee_session (id, service, planned_on, money_ends_on, evidence, evidence_sha256, frozen_on,
      frozen_by, created_by, created_at)
    select 's' || k || '-' || n, id, date '${today}' - n * 182 + (k % 120)::integer, date '${today}' - n * 182 + (k % 90)::integer,
      case when n > 0 then '{}' end, case when n > 0 then 'x' end, case when n > 0 then date '${today}' end,
      case when n > 0 then 'a' end, 'a', now()
    from ${numbered} cross join generate_series(0, 19) n where k % 3 < 2`,
  `insert into committee_decision (id, session, service, kind, reason, amount, money_until, is_public, evidence_sha256,
      grid, decided_on, decided_by, role, at)
    select 'd' || id, id, service, (array['continue-more', 'continue-less', 'provisional'])[1 + abs(hashtext(id)) % 3],
      'x', 100000, planned_on + 180, true, 'x', '{}', planned_on, 'a', 'sponsor', planned_on
    from committee_session where evidence is not null`,
  `insert into committee_condition (id, decision, service, position, text, due_on, is_proof)
    select 'k' || id || n, id, service, n, 'x', decided_on + 90, false
    from committee_decision cross join generate_series(1, 2) n`,
  `insert into committee_condition_answer (id, condition, is_met, word, author, at)
    select 'a' || id, id, true, 'x', 'a', now() from committee_condition where abs(hashtext(id)) % 20 > 0`,
  `insert into committee_check (id, decision, months, verdict, word, figures, author, role, at)
    select 'x' || id || m, id, m, 'as-hoped', 'x', '[]', 'a', 'sponsor', now()
    from committee_decision cross join (values (6), (12)) months (m) where decided_on < date '${today}' - 400`,
  `insert into declared_figure (service_id, indicator, kind, value, unit, is_target, measured_on, source, recorded_at)
    select id, 'Usagers', 'usage', n, 'usagers', false, date '${today}' - 30 * n, 'x', now()
    from ${numbered} cross join generate_series(1, 120) n where k % 3 = 0`,
  'analyze',
];

const summary = `jsonb_build_object(
  'indicator', 'emploi', 'name', 'Retours à l’emploi', 'figure', '+2,1 points', 'level', (array[5, 3, 2, 1, 4])[1 + k % 5],
  'read', jsonb_build_object('value', 0.02 + number * 0.0001, 'lower', 0.01, 'upper', 0.03),
  'failedChecks', case when k % 7 = 0 then jsonb_build_array('groupes rendus semblables') else '[]'::jsonb end,
  'effect', case when k % 5 in (0, 1, 4) then jsonb_build_object('kind', 'estimate', 'unit', 'share', 'label', null,
    'value', (k % 50)::float / 1000 - 0.01, 'standardError', 0.004, 'withoutService', 0.12, 'horizon', 180,
    'laterHorizon', null) else jsonb_build_object('kind', 'none') end,
  'decision', jsonb_build_object('threshold', 0.01, 'valuePerOutcome', 2000, 'cost', null),
  'users', 8000, 'usersPerYear', 9000,
  'freshness', jsonb_build_object('measuredOn', published_at::date, 'dataThrough', published_at::date,
    'nextDue', published_at::date + 91, 'everyDays', 91))`;
