import { publicCosts } from '../../committee/costs/public-costs.ts';
import { reviewStamp } from '../../committee/review/review-stamp.ts';
import { serviceState, serviceStates, unreviewed } from '../../committee/review/service-state.ts';
import { decisionsStamp, publicDecisions } from '../../committee/sessions/public-decisions.ts';
import type { Database } from '../../platform/database/database.ts';
import { registrationsOf } from '../../portfolio/plans/registration/registrations.ts';
import { portfolioRows } from '../../portfolio/queries/portfolio-rows.ts';
import { portfolioStamp } from '../../portfolio/queries/portfolio-stamp.ts';
import { serviceDetails } from '../../portfolio/queries/service-details.ts';
import { isServiceId } from '../../portfolio/service-id.ts';
import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { entryNamed } from './entries.ts';
import { keptWhile } from './kept-while.ts';
import type { PublicData } from './public-data.ts';
import { correctionsOf, readPublications } from './publications.ts';
import { serviceView } from './service-page-view.ts';
import { serviceRow } from './service-row.ts';

/**
 * The public pages' data: services, and the figures in the ledger. `today` is asked at each question, `YYYY-MM-DD`, and
 * so is whether the demonstration is being prepared.
 */
export function siteData(db: Database, today: () => string, preparing = () => false): PublicData {
  const publications = readPublications(db);
  const details = async (id: string) => (isServiceId(id) ? serviceDetails(db, id, today()) : null);
  const view = async (id: string, choose: (entries: readonly LedgerEntry[]) => LedgerEntry | null) => {
    const known = await details(id);
    if (known === null) return null;
    const entries = await publications.ofService(id);
    const corrections = correctionsOf(id, known.name, entries);
    const registrations = await registrationsOf(db, id);
    const decisions = await publicDecisions(db, id);
    const shown = choose(entries);
    const costs = await publicCosts(db, id, { entry: shown, today: today() });
    const review = (await serviceState(db, id)) ?? unreviewed;
    return serviceView({
      details: known,
      entries,
      corrections,
      shown,
      registrations,
      review,
      costs,
      decisions,
      today: today(),
    });
  };
  const stamp = async () =>
    [
      today(),
      preparing(),
      await portfolioStamp(db),
      await publications.stamp(),
      await reviewStamp(db),
      await decisionsStamp(db),
    ].join(' ');
  return {
    today,
    preparing,
    stamp,
    rows: keptWhile(stamp, async () => {
      const [rows, latest, states] = await Promise.all([
        portfolioRows(db, today()),
        publications.latest(),
        serviceStates(db, 'all'),
      ]);
      return rows.map((row) =>
        serviceRow(row, latest.get(row.id) ?? null, states.get(row.id) ?? unreviewed, today()),
      );
    }),
    service: (id) => view(id, (entries) => entries.at(-1) ?? null),
    serviceAt: (id, name) => view(id, (entries) => entryNamed(entries, name)),
    async entries(id) {
      return (await details(id)) === null ? null : publications.ofService(id);
    },
    async registrations(id) {
      return (await details(id)) === null ? null : registrationsOf(db, id);
    },
    async costs(id) {
      if ((await details(id)) === null) return null;
      const entries = await publications.ofService(id);
      return publicCosts(db, id, { entry: entries.at(-1) ?? null, today: today() });
    },
    async decisions(id) {
      return (await details(id)) === null ? null : publicDecisions(db, id);
    },
    async corrections() {
      const names = new Map((await portfolioRows(db, today())).map(({ id, name }) => [id, name]));
      return publications.corrections(names);
    },
  };
}
