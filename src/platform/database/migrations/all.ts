import type { Kysely } from 'kysely';
import * as accounts from './0001-accounts.ts';
import * as organisationSiret from './0002-organisation-siret.ts';
import * as portfolio from './0010-portfolio.ts';
import * as publication from './0020-publication.ts';
import * as draft from './0030-publication-draft.ts';
import * as job from './0040-job.ts';
import * as collection from './0050-collection.ts';
import * as weeklyRun from './0060-weekly-run.ts';
import * as reminder from './0061-reminder.ts';
import * as planVersion from './0070-plan-version.ts';
import * as planRegistration from './0071-plan-registration.ts';
import * as projectDraft from './0075-project-draft.ts';
import * as budgetLine from './0080-budget-line.ts';
import * as budgetAllocation from './0081-budget-allocation.ts';
import * as committeeSession from './0082-committee-session.ts';
import * as committeeDecision from './0083-committee-decision.ts';
import * as review from './0085-review.ts';
import * as coachRole from './0086-coach-role.ts';
import * as publicationSummary from './0088-publication-summary.ts';
import * as committeeClosing from './0091-committee-closing.ts';
import * as sponsorTerms from './0092-sponsor-terms.ts';
import * as serviceStanding from './0095-service-standing.ts';
import * as budgetLineDays from './0096-budget-line-days.ts';

/** One step forward. It sees the database as it was when it was written, hence the untyped tables. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

/** In the order they are applied, each after the tables it refers to; a migration that shipped never changes. */
export const migrations: readonly Migration[] = [
  { name: '0001-accounts', up: accounts.up },
  { name: '0010-portfolio', up: portfolio.up },
  { name: '0002-organisation-siret', up: organisationSiret.up },
  { name: '0020-publication', up: publication.up },
  { name: '0030-publication-draft', up: draft.up },
  { name: '0040-job', up: job.up },
  { name: '0050-collection', up: collection.up },
  { name: '0060-weekly-run', up: weeklyRun.up },
  { name: '0061-reminder', up: reminder.up },
  { name: '0070-plan-version', up: planVersion.up },
  { name: '0071-plan-registration', up: planRegistration.up },
  { name: '0075-project-draft', up: projectDraft.up },
  { name: '0080-budget-line', up: budgetLine.up },
  { name: '0081-budget-allocation', up: budgetAllocation.up },
  { name: '0082-committee-session', up: committeeSession.up },
  { name: '0083-committee-decision', up: committeeDecision.up },
  { name: '0085-review', up: review.up },
  { name: '0086-coach-role', up: coachRole.up },
  { name: '0088-publication-summary', up: publicationSummary.up },
  { name: '0091-committee-closing', up: committeeClosing.up },
  { name: '0092-sponsor-terms', up: sponsorTerms.up },
  { name: '0095-service-standing', up: serviceStanding.up },
  { name: '0096-budget-line-days', up: budgetLineDays.up },
];
