import type { AccountTables } from './tables/accounts.ts';
import type { CollectionTables } from './tables/collection.ts';
import type { CommitteeTables } from './tables/committees.ts';
import type { CostTables } from './tables/costs.ts';
import type { DraftTables } from './tables/drafts.ts';
import type { JobTables } from './tables/jobs.ts';
import type { PlanTables } from './tables/plans.ts';
import type { PortfolioTables } from './tables/portfolio.ts';
import type { ProjectTables } from './tables/projects.ts';
import type { PublicationTables } from './tables/publications.ts';
import type { ReminderTables } from './tables/reminders.ts';
import type { ReviewTables } from './tables/reviews.ts';
import type { StandingTables } from './tables/standing.ts';
import type { WeeklyTables } from './tables/weekly.ts';

/** Every table of the application database; each area composes its own here. */
export interface Schema
  extends AccountTables,
    PortfolioTables,
    PublicationTables,
    DraftTables,
    CollectionTables,
    CommitteeTables,
    CostTables,
    PlanTables,
    ProjectTables,
    JobTables,
    ReminderTables,
    ReviewTables,
    StandingTables,
    WeeklyTables {}
