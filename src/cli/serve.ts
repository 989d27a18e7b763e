import type { Command } from 'commander';
import type { DemonstrationParts } from '../web/server/run-site.ts';

/** `foulee serve`: the public site, from an empty folder to pages in a browser, until it is stopped. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Ouvre le site public : tous les services, leurs chiffres, leurs données')
    .option('--no-demo', 'n’ajoute pas le portefeuille de démonstration au premier démarrage')
    .addHelpText(
      'after',
      `
Réglages (variables d’environnement) :
  PORT, HOST          où écouter (8080, 127.0.0.1 : cette machine seule)
  FOULEE_URL          adresse publique du site, quand un serveur web est devant
  DATABASE_URL        une base PostgreSQL ; sans elle, une base tenue par Foulée dans FOULEE_DATA
  FOULEE_THEME        neutre, ou etat (réservé aux sites de l’État)
  FOULEE_NAME, FOULEE_EDITOR, FOULEE_CONTACT, FOULEE_HOSTING
                      nom du site, éditeur, adresse de contact, hébergeur : les pages légales les reprennent
  FOULEE_SMTP, FOULEE_MAIL_FROM
                      le serveur de courriel, et l’expéditeur : liens de connexion, invitations, rappels
  FOULEE_PULL_…       une connexion par variable, d’où la foulée prend des lignes
  FOULEE_PRIVATE_WEBHOOKS
                      oui : la foulée peut être annoncée à une adresse d’un réseau interne`,
    )
    .action(async ({ demo }: { readonly demo: boolean }) => {
      const { runSite } = await import('../web/server/run-site.ts');
      const { readConfig } = await import('../platform/config.ts');
      const { software } = await import('./software.ts');
      await runSite(readConfig(), {
        software: software(),
        demonstration: demo ? publishedInto : null,
        say: (text) => process.stdout.write(text),
        untilStopped: stopAsked(),
      });
    });
}

async function publishedInto(parts: DemonstrationParts): Promise<number> {
  const { publishDemonstration } = await import('./demonstration/publish-demonstration.ts');
  const { databaseLedger } = await import('../publish/ledger/database-ledger.ts');
  return publishDemonstration({ ...parts, ledger: databaseLedger(parts.db) });
}

/** Ctrl-C, or the signal a service manager sends. A second one stops at once. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
