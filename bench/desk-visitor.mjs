// The whole site on a database, and an administrator signed in who opens its pages.
import { openSession } from '../dist/platform/accounts/open-session.js';
import { newId } from '../dist/platform/ids.js';
import { accountRoutes } from '../dist/web/accounts/account-routes.js';
import { accountLayout } from '../dist/web/layout/account-layout.js';
import { startSite } from '../dist/web/start-site.js';
import { siteData } from '../dist/web/view/site-data.js';

const address = 'http://127.0.0.1:8080';
const silent = { info() {}, warn() {}, error: console.error };
const absent = () => Promise.reject(new Error('nothing of this kind is timed here'));

/** Opens a page as a browser would: `open(path)` gives its text, whole. */
export async function deskVisitor(db, today) {
  const now = () => `${today}T08:00:00.000Z`;
  const { app } = startSite({
    site: {
      name: 'Foulée',
      address,
      theme: 'neutre',
      editor: null,
      contact: 'contact@exemple.fr',
      host: null,
      software: 'bench',
    },
    data: siteData(db, () => today),
    log: silent,
    clock: () => performance.now(),
    isReady: async () => true,
    team: (site, onPublish) =>
      accountRoutes({
        context: { db, now },
        mail: { works: false, send: absent, close() {} },
        provider: null,
        address,
        log: silent,
        door: { receive: absent, holds: () => false, close: async () => {} },
        largestDeposit: 20e6,
        layout: accountLayout(site),
        onPublish,
      }),
  });
  const cookie = `foulee-session=${await signIn(db, now())}`;
  return async (path) => {
    const response = await app.request(`${address}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status}\n${text}`);
    return text;
  };
}

function signIn(db, at) {
  return db.transaction().execute(async (transaction) => {
    const account = newId();
    const email = `${account}@exemple.fr`;
    await transaction.insertInto('account').values({ id: account, email, created_at: at }).execute();
    await transaction
      .insertInto('membership')
      .values({ id: newId(), account, role: 'administrator', created_at: at })
      .execute();
    const device = 'banc';
    return openSession(transaction, at, { account, method: 'link', device, idToken: null, siret: null });
  });
}
