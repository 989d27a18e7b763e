import { createHmac } from 'node:crypto';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job.ts';
import { postJson } from '../../platform/outgoing/post-json.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Week, weekOf } from '../week.ts';
import { deliverOnce, outcomeText } from './deliver-once.ts';
import { type WeekDigest, weekDigest } from './week-digest.ts';

export const webhookKind = 'webhook';

/** Asks for this week's run, once made, to be told to every address a team gave; once a week each. */
export async function askWebhooks({ db, now }: JobContext): Promise<void> {
  const at = now();
  const week = weekOf(parisDay(at));
  const rows = await db
    .selectFrom('webhook')
    .innerJoin('weekly_run', 'weekly_run.service', 'webhook.service')
    .select(['webhook.id', 'webhook.service'])
    .where('weekly_run.week', '=', week)
    .whereRef('weekly_run.at', '>=', 'webhook.created_at')
    .execute();
  for (const { id, service } of rows) {
    const key = `${webhookKind} ${id} ${week}`;
    await addJob(db, { key, kind: webhookKind, service, payload: { webhook: id, week } }, at);
  }
}

interface Parts {
  readonly context: JobContext;
  /** Of the site, without a final slash. */
  readonly address: string;
  readonly mayBePrivate: boolean;
  /** What else waits for a service, in sentences. */
  readonly waiting?: (service: string) => Promise<readonly string[]>;
}

/** Tells one address of the week's run, in the words of a chat room or signed for a program. */
export const webhookJob =
  ({ context, address, mayBePrivate, waiting = async () => [] }: Parts): JobHandler =>
  async ({ payload }) => {
    const { webhook, week } = payload as { readonly webhook: string; readonly week: Week };
    const row = await context.db
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', webhook)
      .executeTakeFirst();
    const digest =
      row &&
      (await weekDigest(context.db, {
        service: row.service,
        week,
        address,
        waiting: await waiting(row.service),
      }));
    if (!digest) return 'Cette adresse a été retirée : rien n’est parti.';
    const { body, headers } =
      row.secret === null ? chatMessage(digest) : signedMessage(digest, row.secret, webhook, context.now());
    let code = '';
    const outcome = await deliverOnce(context, { target: webhook, week }, async () => {
      const answer = await postJson({ url: row.url, body, headers, mayBePrivate });
      if (answer.taken) return true;
      code = answer.code;
      // Cut while waiting for the answer: a program tells twice from once by its delivery name, a room cannot.
      return row.secret === null && cutCodes.has(code) ? null : false;
    });
    // A team may have given several; the whole of one may be a secret, its host is not.
    const { host } = new URL(row.url);
    if (outcome !== 'failed') return `${host}. ${outcomeText[outcome]}`;
    const why = code.startsWith('HTTP_') ? `réponse ${code.slice(5)}` : code;
    throw new Refusal('data', `${host} n’a pas pris le message (${why}).`, adviceOn(code));
  };

const cutCodes = new Set(['ABORT_ERR', 'ECONNRESET', 'ETIMEDOUT', 'UNKNOWN']);

/** Understood by Mattermost, Slack and Rocket.Chat. */
const chatMessage = ({ title, lines, link }: WeekDigest) => ({
  body: JSON.stringify({
    text: [`**${plain(title)}**`, ...lines.map((line) => `• ${plain(line)}`), link].join('\n'),
  }),
  headers: {},
});

/** Words only: no mention of a whole channel, no link hidden under a text. */
const plain = (text: string): string =>
  text.replace(/@/g, '@\u200b').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function signedMessage(digest: WeekDigest, secret: string, webhook: string, now: string) {
  const body = JSON.stringify({ event: 'weekly-run', ...digest });
  const time = String(Math.floor(Date.parse(now) / 1000));
  return {
    body,
    headers: {
      'foulee-delivery': `${webhook}-${digest.week}`,
      'foulee-timestamp': time,
      'foulee-signature': signature(secret, time, body),
    },
  };
}

/** `v1=` and the HMAC-SHA-256, in hexadecimal, of the time in seconds, a point and the body. */
const signature = (secret: string, time: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;

function adviceOn(code: string): string {
  if (code === 'PRIVATE_ADDRESS') {
    return 'Cette adresse n’est pas sur l’internet public : la personne qui tient le site peut l’autoriser (FOULEE_PRIVATE_WEBHOOKS=oui).';
  }
  if (code === 'REDIRECTED')
    return 'Cette adresse renvoie ailleurs, ce qui n’est pas suivi : donnez l’adresse finale.';
  return 'Vérifiez que cette adresse existe toujours.';
}
