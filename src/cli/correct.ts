import type { Command } from 'commander';
import { Refusal } from '../platform/refusal.ts';

interface CorrectFlags {
  readonly reason: string;
  readonly publication?: string;
  readonly folder?: string;
}

/** `foulee correct`: says beside a publication what was wrong in it and, with a plan, publishes the right figure. */
export function addCorrect(program: Command): void {
  program
    .command('correct')
    .description('Ajoute une correction à côté d’une publication et, avec un plan, publie le chiffre juste')
    .argument('<service>', 'identifiant du service')
    .argument('[plan]', 'chemin du plan de mesure corrigé')
    .requiredOption('--reason <texte>', 'ce qui était faux : chacun le lira')
    .option('--publication <numéro>', 'la publication corrigée ; la dernière par défaut')
    .option('--folder <dossier>', 'les publications sont dans ce dossier plutôt que dans la base')
    .action(async (service: string, plan: string | undefined, flags: CorrectFlags) => {
      const { correctFromPlan } = await import('./run-correct.ts');
      const asked = { service, number: numberIn(flags.publication), reason: flags.reason };
      process.stdout.write(await correctFromPlan(asked, plan, flags.folder));
    });
}

/** `foulee withdraw`: a publication is no longer shown; its place, its hash and why are. */
export function addWithdraw(program: Command): void {
  program
    .command('withdraw')
    .description('Retire une publication : sa place, son empreinte et la raison restent publiques')
    .argument('<service>', 'identifiant du service')
    .requiredOption('--publication <numéro>', 'numéro de la publication')
    .requiredOption('--reason <texte>', 'pourquoi : chacun le lira')
    .option('--folder <dossier>', 'les publications sont dans ce dossier plutôt que dans la base')
    .action(async (service: string, { publication, reason, folder }: CorrectFlags) => {
      const { withdraw } = await import('./run-correct.ts');
      process.stdout.write(await withdraw({ service, number: numberIn(publication), reason }, folder));
    });
}

function numberIn(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new Refusal(
    'usage',
    `« ${written} » n’est pas un numéro de publication.`,
    'Donnez le numéro qui figure sur la page de la publication : 1 pour la première.',
  );
}
