import { sql } from 'kysely';
import { firstAdministratorLink } from '../../platform/accounts/first-administrator.ts';
import { openProvider } from '../../platform/accounts/oidc/provider.ts';
import { instant, today } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { type Database, openDatabase } from '../../platform/database/database.ts';
import { migrate } from '../../platform/database/migrate.ts';
import { counted } from '../../platform/french/number.ts';
import { openLog } from '../../platform/log.ts';
import { openMail } from '../../platform/mail.ts';
import { ensureDemonstration } from '../../portfolio/demonstration/ensure-demonstration.ts';
import { fillSummaries } from '../../publish/ledger/summaries.ts';
import { openDoor } from '../../records/arrivals/door.ts';
import { accountRoutes } from '../accounts/account-routes.tsx';
import { accountLayout } from '../layout/account-layout.tsx';
import { startSite } from '../start-site.ts';
import { siteData } from '../view/site-data.ts';
import { closeServer, listen } from './listen.ts';
import { nodeServer } from './node-server.ts';
import { startSiteJobs } from './site-jobs.ts';
import { startSweeping } from './sweeping.ts';

interface Options {
  readonly software: string;
  /** Publishes what an empty portfolio is shown with, and says how many publications it made; null: none is wanted. */
  readonly demonstration: ((parts: DemonstrationParts) => Promise<number>) | null;
  /** Writes to whoever started the site. */
  readonly say: (text: string) => void;
  /** Resolves when the site must stop. */
  readonly untilStopped: Promise<void>;
}

export interface DemonstrationParts {
  readonly db: Database;
  /** ISO 8601. */
  readonly now: string;
  /** Stops what is not done yet. */
  readonly signal: AbortSignal;
}

/** Milliseconds left to the requests under way when the site is stopped. */
const patience = 10_000;

/**
 * Opens the database, brings it up to date, and serves the site until it must stop; then finishes the requests under
 * way and closes everything. Refuses in French what the settings make impossible.
 */
export async function runSite(config: Config, options: Options): Promise<void> {
  const db = await openDatabase(config);
  try {
    await migrate(db);
    await fillSummaries(db);
    await serve(config, db, options);
  } finally {
    await db.destroy();
  }
}

async function serve(config: Config, db: Database, options: Options): Promise<void> {
  const { software, say, untilStopped } = options;
  const { site: setting, address } = config;
  const log = openLog();
  const clock = () => performance.now();
  const context = { db, now: instant };
  const mail = openMail(config.mail, {
    show: say,
    onFailure: (code) => log.warn({ code }, 'courriel non envoyé'),
  });
  const door = openDoor(config);
  let stopping = false;
  let preparing = false;
  const { app, facts } = startSite({
    site: { ...setting, address, host: setting.hosting, software },
    data: siteData(db, today, () => preparing),
    log,
    clock,
    isReady: async () => !stopping && (await answers(db)),
    team: (site, onPublish) =>
      accountRoutes({
        context,
        mail,
        provider: config.oidc && openProvider(config.oidc, address),
        address,
        log,
        door,
        largestDeposit: config.largestDeposit,
        layout: accountLayout(site),
        onPublish,
      }),
  });
  const server = nodeServer({
    app,
    cache: facts.cache,
    clock,
    onAnswer: (answer) => log.info(answer, 'réponse'),
  });
  const port = await listen(server, setting.port, setting.host);
  const stop = new AbortController();
  const jobs = startSiteJobs({ context, log, config, software, mail, door });
  const sweeping = startSweeping({ context, log });
  let demonstration = Promise.resolve();
  try {
    say(`Foulée est ouverte : http://${setting.host}:${port}/\n`);
    const link = await firstAdministratorLink(context, address);
    if (link !== null) say(`Premier administrateur, à ouvrir une seule fois (valable un jour) : ${link}\n`);
    say('Pour arrêter : Ctrl-C.\n');
    preparing = options.demonstration !== null;
    demonstration = prepareDemonstration(db, options, stop.signal)
      .catch((error) => log.error({ err: error }, 'démonstration interrompue'))
      .finally(() => {
        preparing = false;
      });
    await untilStopped;
    stopping = true;
    stop.abort();
    say('Arrêt : les demandes en cours se terminent…\n');
  } finally {
    await Promise.all([closeServer(server, patience), jobs.stop(), sweeping.stop()]);
    await door.close();
    await demonstration;
    mail.close();
  }
}

/** The services first, so that pages are there at once; then their figures, while the site answers. */
async function prepareDemonstration(
  db: Database,
  { demonstration, say }: Options,
  signal: AbortSignal,
): Promise<void> {
  if (demonstration === null) return;
  const added = await ensureDemonstration(db, instant());
  if (added > 0) say('La démonstration se prépare : ses chiffres apparaissent d’ici une minute ou deux.\n');
  const published = await demonstration({ db, now: instant(), signal });
  if (published > 0) {
    say(`La démonstration est prête : ${counted(published, 'publication faite', 'publications faites')}.\n`);
  }
}

async function answers(db: Database): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
