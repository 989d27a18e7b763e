import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Outcome } from '../publish/publish-once.ts';

interface PublishFlags {
  readonly service?: string;
  readonly dryRun?: boolean;
  readonly output?: string;
  readonly folder?: string;
  readonly to?: string;
  readonly threshold: string;
  readonly firms?: boolean;
  readonly import: boolean;
  readonly only?: readonly string[];
}

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('Mesure, applique le secret statistique et fige le résultat pour le public')
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--dry-run', 'montre ce qui serait publié et ce qui serait masqué, sans rien publier')
    .option('-o, --output <fichier>', 'écrit aussi la publication dans un fichier')
    .option(
      '--service <identifiant>',
      'service du portefeuille sous lequel publier, si ce n’est pas celui du plan',
    )
    .option('--folder <dossier>', 'range les publications dans ce dossier plutôt que dans la base')
    .option('--to <adresse>', 'publie sur ce site, avec la clé d’API donnée dans FOULEE_API_KEY')
    .option('--threshold <nombre>', 'effectif en dessous duquel rien n’est publié', '11')
    .option('--firms', 'les unités sont des entreprises : seuil de 3')
    .option('--only <indicateurs...>', 'ne publie que ces indicateurs')
    .option('--no-import', 'publie ce qui est déjà importé, sans relire les fichiers')
    .action(async (path: string, flags: PublishFlags) => {
      const { publishFromPlan } = await import('./run-publish.ts');
      const outcome = await publishFromPlan(path, flags);
      const { publication } = outcome;
      const { canonicalJson } = await import('../publish/bundle/canonical.ts');
      if (flags.output) writeFileSync(flags.output, `${canonicalJson(publication)}\n`);
      process.stdout.write(published(outcome, flags));
    });
}

/** What was, or would be, published; what is held back, and why. */
function published({ publication, added }: Outcome, { dryRun, output }: PublishFlags): string {
  const { bundle, sha256 } = publication;
  const reasons = new Map<string, string[]>();
  for (const { indicator, what, why } of bundle.disclosure.hidden) {
    const known = reasons.get(why) ?? [];
    reasons.set(why, [...known, `${indicator} : ${what}`]);
  }
  return [
    ...bundle.measures.flatMap(({ name, headline }) => [name, `  ${headline.sentence}`, '']),
    ...(reasons.size === 0 ? ['Rien n’est masqué.'] : []),
    ...[...reasons].flatMap(([why, things]) => [
      `Masqué ou réuni, car ${why} :`,
      ...things.map((what) => `  - ${what}`),
    ]),
    '',
    dryRun
      ? 'Essai : rien n’a été publié.'
      : `Publication ${bundle.number} de ${bundle.service.name}, empreinte ${sha256}.`,
    ...(dryRun || added
      ? []
      : ['Elle était déjà publiée aujourd’hui, et rien n’a changé depuis : rien n’a été ajouté.']),
    ...(output ? [`Écrite dans ${output} ; « foulee verify ${output} » la vérifie.`] : []),
    '',
  ].join('\n');
}
