import type { Command } from 'commander';
import { today as clock } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';
import { validDay } from './valid-day.ts';

interface RemindFlags {
  readonly to: string;
  readonly today?: string;
}

/** `foulee remind`: the week's run, made on files, sent to someone by e-mail; once a week. */
export function addRemind(program: Command): void {
  program
    .command('remind')
    .description('Envoie par courriel ce qu’a trouvé la foulée de la semaine, une fois par semaine')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .requiredOption('--to <adresse>', 'à qui')
    .option('--today <jour>', 'jour du rappel, AAAA-MM-JJ')
    .addHelpText(
      'after',
      `
Lit la foulée faite par « foulee run », et la dit en quelques lignes. Lancée de nouveau la même semaine, ne renvoie rien.
Réglages : FOULEE_SMTP et FOULEE_MAIL_FROM (le serveur de courriel et l’expéditeur) ; sans eux, le message s’affiche, et rien n’est compté comme envoyé.
Sur un site, chacun choisit son rappel dans la page de son service : cette commande sert à qui n’a que des fichiers.`,
    )
    .action((path: string, flags: RemindFlags) => remind(path, flags, readConfig()));
}

async function remind(path: string, { to, today }: RemindFlags, config: Config): Promise<void> {
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(to)) throw notAnAddress();
  if (config.mail.kind === 'none') throw noMailServer();
  const { loadPlan } = await import('./plan-file.ts');
  const { fileHistory, historyFolder } = await import('../weekly/history/file-history.ts');
  const { weekOf } = await import('../weekly/week.ts');
  const { readingLines, weekTitle } = await import('../weekly/reminders/week-digest.ts');
  const { reminderText } = await import('../weekly/reminders/reminder-text.ts');
  const { sendOnce } = await import('../weekly/reminders/send-once.ts');
  const { outcomeText } = await import('../weekly/reminders/deliver-once.ts');
  const { openMail } = await import('../platform/mail.ts');
  const { join } = await import('node:path');
  const { plan } = loadPlan(path);
  const { id, name } = plan.service;
  const week = weekOf(today === undefined ? clock() : validDay('--today', today));
  const run = await fileHistory(config.dataFolder).of(id, week);
  const mail = openMail(config.mail, {
    show: (text) => process.stdout.write(text),
    onFailure: (code) => process.stderr.write(`Courriel non envoyé : ${code}.\n`),
  });
  const message = {
    to,
    subject: weekTitle(name, week),
    text: reminderText({
      name,
      lines: readingLines(run?.reading ?? null),
      where: `Toute la foulée, là où elle est faite :\nfoulee run ${path}`,
      stop: 'Vous recevez ce message parce qu’une personne de l’équipe l’a prévu : elle peut retirer votre adresse.',
    }),
  };
  try {
    if (config.mail.kind === 'terminal') {
      await mail.send(message);
      return;
    }
    const folder = join(historyFolder(config.dataFolder, id), 'rappels');
    const outcome = await sendOnce({ folder, address: to, name: week }, () => mail.send(message));
    if (outcome === 'failed') throw notTaken();
    process.stdout.write(`${outcomeText[outcome]}\n`);
  } finally {
    mail.close();
  }
}

const notAnAddress = () =>
  new Refusal(
    'usage',
    'Ce que dit --to n’est pas une adresse de courriel.',
    'Écrivez par exemple --to marie@exemple.fr ; une commande par personne.',
  );

const noMailServer = () =>
  new Refusal(
    'usage',
    'Aucun serveur de courriel n’est réglé : rien ne peut partir.',
    'Donnez-le dans FOULEE_SMTP, et l’expéditeur dans FOULEE_MAIL_FROM.',
  );

const notTaken = () =>
  new Refusal(
    'data',
    'Le serveur de courriel n’a pas pris le message.',
    'Vérifiez FOULEE_SMTP et l’adresse, puis relancez : rien n’est parti.',
  );
