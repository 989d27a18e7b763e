import { grantsOf } from '../../platform/accounts/find-session.ts';
import { findPlace } from '../../platform/accounts/place.ts';
import { may } from '../../platform/accounts/roles.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { JobContext, JobHandler } from '../../platform/jobs/job.ts';
import type { Mail } from '../../platform/mail.ts';
import { Refusal } from '../../platform/refusal.ts';
import { deliverOnce, outcomeText } from '../../weekly/reminders/deliver-once.ts';
import { weekOf } from '../../weekly/week.ts';
import type { CommitteeReminder } from './committee-reminders.ts';
import { readDecisions } from './read-decisions.ts';
import { readSession } from './session.ts';

interface Parts {
  readonly context: JobContext;
  readonly mail: Mail;
  /** Of the site, without a final slash. */
  readonly address: string;
}

/** Tells one person of one thing a committee waits for; never twice, and nothing that is done meanwhile. */
export const committeeReminderJob =
  ({ context, mail, address }: Parts): JobHandler =>
  async ({ payload }) => {
    const reminder = payload as CommitteeReminder;
    const { account, service, session, about, due } = reminder;
    const person = await context.db
      .selectFrom('account')
      .select('email')
      .where('id', '=', account)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const place = await findPlace(context, { kind: 'service', id: service });
    if (
      person?.email == null ||
      place === null ||
      !may(await grantsOf(context.db, account), 'take-part', place.target)
    ) {
      return 'Cette personne n’a plus de rôle sur le service : rien n’est parti.';
    }
    const said = await wordsOf(context.db, reminder, place.name);
    if (said === null) return 'C’est déjà fait : rien n’est parti.';
    const link = `${address}/equipe/services/${encodeURIComponent(service)}/comites/${session}`;
    const message = { to: person.email, subject: said.title, text: textOf(said, link) };
    const target = `committee ${about} ${session} ${account}`;
    const outcome = await deliverOnce(context, { target, week: weekOf(due) }, () => mail.send(message));
    if (outcome !== 'failed') return outcomeText[outcome];
    throw new Refusal(
      'data',
      'Le serveur de courriel n’a pas pris le message.',
      'Vérifiez FOULEE_SMTP et le journal du programme.',
    );
  };

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the message says; null: there is nothing left to do. */
async function wordsOf(
  db: JobContext['db'],
  { about, service, session }: CommitteeReminder,
  name: string,
): Promise<Words | null> {
  const read = await readSession(db, service, session);
  if (read === null) return null;
  if (about === 'prepare') {
    if (read.frozen !== null) return null;
    const money = read.moneyEndsOn === null ? '' : `L’argent s’arrête le ${frenchDay(read.moneyEndsOn)}. `;
    return {
      title: `${name} : le comité du ${frenchDay(read.plannedOn)} est à préparer`,
      lines: [
        `${money}Le comité se tient le ${frenchDay(read.plannedOn)}.`,
        '',
        'Trois choses à faire, une heure en tout :',
        '– dire ce que sont devenus les objectifs de la dernière fois ;',
        '– écrire les prochains, et la question posée au sponsor ;',
        '– une semaine avant, figer les preuves et envoyer le dossier.',
      ],
    };
  }
  const months = about === 'check-6' ? 6 : 12;
  const decision = (await readDecisions(db, [service])).find((own) => own.session === session);
  if (decision === undefined || decision.checks.some((check) => check.months >= months)) return null;
  return {
    title: `${name} : ${months === 6 ? 'six mois' : 'un an'} après la décision du ${frenchDay(decision.decidedOn)}`,
    lines: [
      'Les chiffres de ce jour-là et ceux d’aujourd’hui sont côte à côte sur la page du comité.',
      'Il reste à dire, en quelques mots, ce que la décision a donné.',
    ],
  };
}

const textOf = ({ lines }: Words, link: string): string =>
  [
    ...lines.map(typeset),
    '',
    'La page du comité :',
    link,
    '',
    '—',
    'Vous recevez ce message parce que vous avez un rôle sur ce service. Il ne sera pas renvoyé.',
  ].join('\n');
