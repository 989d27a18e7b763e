import { z } from 'zod';
import type { Measure, MeasureDocument } from '../../../measure/measure.ts';
import { measureImported } from '../../../measure/measure-imported.ts';
import { planHash } from '../../../measure/plan-hash.ts';
import type { Config } from '../../../platform/config.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { JobContext, JobHandler, JobState } from '../../../platform/jobs/job.ts';
import { canonicalJson } from '../../../publish/bundle/canonical.ts';
import { peopleRule } from '../../../publish/disclosure/rule.ts';
import { freeze } from '../../../publish/freeze.ts';
import { databaseLedger } from '../../../publish/ledger/database-ledger.ts';
import { addsNothing } from '../../../publish/publish-once.ts';
import { databaseHistory } from '../../../weekly/history/database-history.ts';
import { serviceToRun } from '../../../weekly/run/service-to-run.ts';
import type { Week } from '../../../weekly/week.ts';
import { keepDraft } from './drafts.ts';
import { alreadySaid, dataChanged, nothingMeasured, planChanged } from './run-refusals.ts';

export const runPublicationKind = 'run-publication';

/** Whose preview, of which run. */
export interface RunToPublish {
  readonly service: string;
  readonly account: string;
  readonly week: Week;
}

const payloadShape = z.object({ account: z.string(), week: z.string() });

const keyOf = ({ service, account, week }: RunToPublish): string =>
  `${runPublicationKind} ${service} ${account} ${week}`;

/** Asks for the preview of what publishing a run would show; asked for again, it is made again. */
export async function askRunPublication({ db, now }: JobContext, run: RunToPublish): Promise<void> {
  const { service, account, week } = run;
  const at = now();
  const asked = { key: keyOf(run), kind: runPublicationKind, service, payload: { account, week } };
  await addJob(db, { ...asked, mostAttempts: 1 }, at);
  await db
    .updateTable('job')
    .set({ state: 'waiting', run_at: at, attempts: 0, outcome: null })
    .where('key', '=', keyOf(run))
    .where('state', '!=', 'running')
    .execute();
}

/** Where that preview stands; null: it was not asked for. */
export async function runPublicationState(
  { db }: Pick<JobContext, 'db'>,
  run: RunToPublish,
): Promise<{ readonly state: JobState; readonly outcome: string | null } | null> {
  const row = await db
    .selectFrom('job')
    .select(['state', 'outcome'])
    .where('key', '=', keyOf(run))
    .executeTakeFirst();
  return row ?? null;
}

interface Parts {
  readonly context: JobContext;
  readonly config: Config;
  readonly software: string;
}

/**
 * Freezes the measure of a run as a draft of the account that asked. The counts it needs are never kept: they are
 * counted again from what is imported, and must give the measure of the run byte for byte.
 */
export const runPublicationJob =
  ({ context, config, software }: Parts): JobHandler =>
  async ({ service, payload }, signal) => {
    const { account, week } = payloadShape.parse(payload);
    if (service === null) throw new Error('a publication is of a service');
    const run = await databaseHistory(context.db).of(service, week);
    if (!run || run.document === null || run.isSimulated) throw nothingMeasured();
    const subject = await serviceToRun(context.db, service, config);
    if (subject === null || planHash(subject.plan) !== run.document.plan.hash) throw planChanged();
    const measured = await measureImported(subject.plan, config, { software, signal, keepCounts: true });
    if (JSON.stringify(withoutCounts(measured)) !== JSON.stringify(run.document)) throw dataChanged();
    const entries = await databaseLedger(context.db).entries(service);
    const publication = freeze({
      document: { ...measured, service: { ...measured.service, id: service } },
      plan: subject.plan,
      rule: peopleRule,
      earlier: entries.map(({ publication }) => publication),
      today: context.now().slice(0, 10),
    });
    const last = entries.at(-1);
    if (last !== undefined && addsNothing(publication, last)) {
      throw alreadySaid(last.publication.bundle.number);
    }
    await keepDraft(context, { service, account }, canonicalJson(publication));
    return 'Prête à être relue. Rien n’est publié sans l’accord de la personne qui l’a demandée.';
  };

const withoutCounts = (document: MeasureDocument): MeasureDocument => ({
  ...document,
  measures: document.measures.map((measure): Measure => {
    const { followed: _, panels: __, ...rest } = { followed: null, panels: null, ...measure };
    return rest as Measure;
  }),
});
