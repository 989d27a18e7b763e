import type { Server } from 'node:http';
import { publishDemonstration } from '../../src/cli/demonstration/publish-demonstration.ts';
import { firstAdministratorLink } from '../../src/platform/accounts/first-administrator.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { testDatabases } from '../../src/platform/database/test-databases.ts';
import { demonstrationId } from '../../src/portfolio/demonstration/ensure-demonstration.ts';
import { databaseLedger } from '../../src/publish/ledger/database-ledger.ts';
import { siteOn } from '../../src/web/fixtures/site-on.ts';
import { closeServer, listen } from '../../src/web/server/listen.ts';
import { nodeServer } from '../../src/web/server/node-server.ts';
import { siteData } from '../../src/web/view/site-data.ts';

const today = '2026-11-27';
export const now = `${today}T08:00:00.000Z`;

/** A service whose page meets a defect. */
export const broken = 'panne';

/** The whole demonstration, figures included, with one publication withdrawn. */
export async function demonstrationDatabase(): Promise<Database> {
  const [database] = testDatabases();
  if (database === undefined) throw new Error('no database to test on');
  const db = await database.open();
  const ledger = databaseLedger(db);
  await publishDemonstration({ db, ledger, now });
  await ledger.correct(
    {
      service: demonstrationId('mps'),
      number: 1,
      kind: 'withdrawal',
      reason: 'Le registre était incomplet.',
    },
    { actor: 'foulee', role: 'command-line', at: now },
  );
  return db;
}

export interface ServedSite {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serveSite(db: Database, theme: 'neutre' | 'etat', port: number): Promise<ServedSite> {
  const address = `http://localhost:${port}`;
  const known = siteData(db, () => today);
  const { app, facts } = siteOn(db, {
    theme,
    address,
    today: () => today,
    data: {
      ...known,
      service: (id) => (id === broken ? Promise.reject(new Error('a defect')) : known.service(id)),
    },
    log: { info() {}, warn() {}, error() {} },
  });
  const server: Server = nodeServer({
    app,
    cache: facts.cache,
    onAnswer: () => {},
    clock: () => performance.now(),
  });
  await listen(server, port, '127.0.0.1');
  return {
    address,
    close: () => closeServer(server, 100),
  };
}

/** Where the first administrator of a site signs in, once. */
export async function administratorLink(db: Database, { address }: ServedSite): Promise<string> {
  const link = await firstAdministratorLink({ db, now: () => now }, address);
  if (link === null) throw new Error('there is an administrator already');
  return link;
}
