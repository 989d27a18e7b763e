import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../platform/database/database.ts';
import { testDatabases } from '../../platform/database/test-databases.ts';
import type { JobHandler, TakenJob } from '../../platform/jobs/job.ts';
import { listJobs } from '../../platform/jobs/list-jobs.ts';
import { type Mail, openMail } from '../../platform/mail.ts';
import { createService } from '../../portfolio/create-service.ts';
import { databaseHistory } from '../../weekly/history/database-history.ts';
import { deliverOnce } from '../../weekly/reminders/deliver-once.ts';
import { askReminders, reminderJob, reminderKind } from '../../weekly/reminders/reminder-job.ts';
import { askWebhooks, webhookJob, webhookKind } from '../../weekly/reminders/webhook-job.ts';
import { address, type Browser, type TestSite, testSite } from '../accounts/test-site.tsx';

const path = '/equipe/services/estime/rappels';
const hour = 3_600_000;

const received: string[] = [];
let refusing = false;
let smtp: SMTPServer;
let mail: Mail;
let hooks: Server;
const hooked: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let hookAddress = '';
beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(refusing ? new Error('not now') : null),
    onData(stream, _, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  hooks = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      hooked.push({ headers: request.headers, body });
      response.end('ok');
    });
  });
  await Promise.all([
    new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => void hooks.listen(0, '127.0.0.1', resolve)),
  ]);
  const { port } = smtp.server.address() as AddressInfo;
  hookAddress = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}/salon/tres-secret`;
  mail = openMail(
    { kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'Foulée <ne-pas-repondre@exemple.fr>' },
    { show() {}, onFailure() {} },
  );
});
afterAll(async () => {
  mail.close();
  hooks.close();
  await new Promise<void>((resolve) => void smtp.close(resolve));
});

describe.each(testDatabases())('reminders, on $name', ({ open }) => {
  let db: Database;
  let site: TestSite;
  let member: Browser;
  beforeAll(async () => {
    db = await open();
    site = testSite(db);
    // 27 November 2026 is a Friday, 9 in the morning in Paris.
    await createService(db, { id: 'estime', name: 'Estime' }, { actor: 'foulee', at: site.context.now() });
    member = await site.firstAdministrator('marie@exemple.fr');
    received.length = 0;
    hooked.length = 0;
  });
  afterAll(() => db.destroy());

  const jobs = async (kind: string) =>
    (await listJobs(site.context, null)).filter((job) => job.kind === kind);
  const payloads = async (kind: string) =>
    (
      await db.selectFrom('job').select('payload').where('kind', '=', kind).orderBy('created_at').execute()
    ).map((row) => row.payload);
  const work = (handler: JobHandler, payload: unknown) => {
    const job: TakenJob = {
      id: '',
      kind: '',
      service: 'estime',
      payload,
      attempt: 1,
      mostAttempts: 5,
      lease: '',
    };
    return handler(job, new AbortController().signal);
  };

  test('asked for at a day and an hour, it comes then, once, and says how to stop', async () => {
    await member.open(path);
    await member.send(path, { jour: '5', heure: '10' });
    expect((await member.open(path)).html).toContain('Vous recevez un rappel le vendredi à 10');
    await askReminders(site.context);
    expect(await jobs(reminderKind)).toEqual([]);
    site.wait(hour);
    await askReminders(site.context);
    await askReminders(site.context);
    expect(await jobs(reminderKind)).toHaveLength(1);

    const handler = reminderJob({ context: site.context, mail, address });
    const [payload] = await payloads(reminderKind);
    refusing = true;
    await expect(work(handler, payload)).rejects.toThrow('Le serveur de courriel n’a pas pris le message.');
    refusing = false;
    expect(await work(handler, payload)).toBe('Envoyé.');
    expect(await work(handler, payload)).toContain('Déjà envoyé');
    expect(received).toHaveLength(1);

    const message = await simpleParser(received[0] ?? '');
    expect([message.to].flat()[0]?.text).toBe('marie@exemple.fr');
    expect(message.subject?.replace(/\u00a0/g, ' ')).toBe(
      'Estime : la foulée de la semaine du 23 novembre 2026',
    );
    expect(message.text).toContain(`${address}/equipe/services/estime/foulee`);
    const raw = (received[0] ?? '').replace(/\r\n[ \t]+/g, ' ');
    const [, stop = ''] = /^List-Unsubscribe: <(\S+)>\r?$/m.exec(raw) ?? [];
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(message.text).toContain(stop);
    expect(message.messageId).toMatch(/^<rappel-[0-9a-f]{32}@impact\.test>$/);
    expect(stop).not.toContain(message.messageId?.slice(8, 40));

    const stranger = site.browser();
    const opened = await stranger.open(stop.replace(address, ''));
    expect([opened.status, await db.selectFrom('reminder').select('id').execute()]).toEqual([
      200,
      [expect.anything()],
    ]);
    const stopped = await stranger.post(stop.replace(address, ''), { 'List-Unsubscribe': 'One-Click' });
    expect([stopped.status, stopped.html.includes('Rappel arrêté')]).toEqual([200, true]);
    expect(await db.selectFrom('reminder').select('id').execute()).toEqual([]);
    expect((await stranger.post(stop.replace(address, ''), {})).status).toBe(404);
    expect(await work(handler, payload)).toContain('a été arrêté');
  });

  test('nothing to who lost access; nothing on a public holiday, nor a day late', async () => {
    await member.open(path);
    await member.send(path, { jour: '5', heure: '12' });
    const reminder = await db.selectFrom('reminder').select(['id', 'account']).executeTakeFirstOrThrow();
    const ask = async (now: string) => {
      await db.deleteFrom('job').execute();
      await askReminders({ db, now: () => now });
      return (await jobs(reminderKind)).length;
    };
    // Friday 25 December 2026, Friday 11 December; in summer time, Friday 16 July 2027 at noon is ten o'clock UTC.
    expect(await ask('2026-12-25T11:30:00.000Z')).toBe(0);
    expect(await ask('2026-12-11T10:59:00.000Z')).toBe(0);
    expect(await ask('2026-12-11T11:00:00.000Z')).toBe(1);
    expect(await ask('2026-12-12T11:00:01.000Z')).toBe(0);
    expect(await ask('2027-07-16T09:59:00.000Z')).toBe(0);
    expect(await ask('2027-07-16T10:00:00.000Z')).toBe(1);
    const handler = reminderJob({ context: site.context, mail, address });
    const roles = await db
      .deleteFrom('membership')
      .where('account', '=', reminder.account)
      .returningAll()
      .execute();
    const before = received.length;
    expect(await work(handler, { reminder: reminder.id, week: '2026-W51' })).toContain('n’a plus accès');
    await db.insertInto('membership').values(roles).execute();
    expect(received).toHaveLength(before);
  });

  test('stopped while it leaves, it does not leave again', async () => {
    let left = 0;
    const target = { target: 'coupe', week: '2026-W48' };
    const never = new Promise<boolean>(() => {});
    void deliverOnce(site.context, target, () => {
      left++;
      return never;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const again = () =>
      deliverOnce(site.context, target, async () => {
        left++;
        return true;
      });
    expect([await again(), await again(), left]).toEqual(['perhaps-sent', 'perhaps-sent', 1]);
  });

  test('the calendar has a secret address, shown once, that stops when another is made', async () => {
    await member.open(path);
    expect(member.html).not.toContain('Arrêter l’adresse');
    await member.send(`${path}/agenda`);
    expect(member.html).toContain('Arrêter l’adresse');
    const [, link = ''] = /(https:\/\/\S+\.ics)/.exec(member.html) ?? [];
    const calendar = await site.browser().open(link.replace(address, ''));
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(calendar.html).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR');
    expect(calendar.headers.get('cache-control')).toBe('no-store');
    expect((await member.open(path)).html).not.toContain('.ics');
    expect(JSON.stringify(await db.selectFrom('calendar_feed').selectAll().execute())).not.toContain(
      link.slice(-47, -4),
    );
    await member.send(`${path}/agenda`);
    expect((await site.browser().open(link.replace(address, ''))).status).toBe(404);
    expect((await site.browser().open('/calendrier/inconnu.ics')).status).toBe(404);
  });

  test('a room gets words without mentions, a program a signed message; a private address only when allowed', async () => {
    const addresses = `${path}/adresses`;
    await member.open(path);
    await member.send(addresses, { adresse: 'pas une adresse', forme: 'chat' });
    expect([member.status, member.html.includes(`href="${path}">`)]).toEqual([422, true]);
    await member.open(path);
    await member.send(addresses, { adresse: hookAddress, forme: 'chat' });
    await member.open(path);
    await member.send(addresses, { adresse: hookAddress, forme: 'signed' });
    const [, secret = ''] = /<code>([\w-]{43})<\/code>/.exec(member.html) ?? [];
    expect((await member.open(path)).html).not.toMatch(new RegExp(`tres-secret|${secret}`));
    await askWebhooks(site.context);
    expect(await jobs(webhookKind)).toEqual([]);
    const line = { about: '@channel Embauches', kind: 'noise', sentence: 'Dans le bruit <b>.' } as const;
    await databaseHistory(db).save({
      service: 'estime',
      week: '2026-W48',
      at: site.context.now(),
      document: null,
      reading: { moved: [line], matured: [], broken: [], silent: {} },
      isSimulated: false,
    });
    await askWebhooks(site.context);
    await askWebhooks(site.context);
    const asked = await payloads(webhookKind);
    expect(asked).toHaveLength(2);

    const shut = webhookJob({ context: site.context, address, mayBePrivate: false });
    for (const payload of asked)
      await expect(work(shut, payload)).rejects.toThrow(
        /^127\.0\.0\.1:\d+ n’a pas pris le message .PRIVATE_ADDRESS./,
      );
    expect(hooked).toEqual([]);
    const handler = webhookJob({ context: site.context, address, mayBePrivate: true });
    for (const payload of [...asked, ...asked]) await work(handler, payload);
    expect(hooked).toHaveLength(2);
    const chat = hooked.find(({ headers }) => headers['foulee-signature'] === undefined);
    const { text } = JSON.parse(chat?.body ?? '{}') as { text: string };
    expect(text).toContain('@\u200bchannel Embauches');
    expect(text).toContain('&lt;b&gt;');
    const signed = hooked.find(({ headers }) => headers['foulee-signature'] !== undefined);
    const time = String(signed?.headers['foulee-timestamp']);
    expect(time).toBe(String(Date.parse(site.context.now()) / 1000));
    const expected = createHmac('sha256', secret).update(`${time}.${signed?.body}`).digest('hex');
    expect(signed?.headers['foulee-signature']).toBe(`v1=${expected}`);
    expect(JSON.parse(signed?.body ?? '{}')).toMatchObject({
      event: 'weekly-run',
      service: 'estime',
      week: '2026-W48',
    });
  });

  test('an account that is deleted leaves no reminder and no calendar', async () => {
    await member.open('/equipe/membres');
    await member.send('/equipe/membres', { email: 'autre@exemple.fr', role: 'administrator' });
    const other = await site.browser().open(site.lastLink());
    await other.send('/connexion/confirmer');
    await member.open('/mon-compte/supprimer');
    expect((await member.send('/mon-compte/supprimer')).status).toBe(303);
    expect(await db.selectFrom('reminder').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('calendar_feed').selectAll().execute()).toEqual([]);
  });
});
