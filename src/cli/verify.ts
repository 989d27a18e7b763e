import type { Command } from 'commander';
import { exitCodes } from '../platform/refusal.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Recalcule un chiffre publié à partir des effectifs publiés, et dit s’il est le même')
    .argument('<publications...>', 'fichiers ou adresses de publications')
    .option('--json', 'affiche le résultat en JSON')
    .addHelpText(
      'after',
      `
Code de sortie : ${exitCodes.ok} identique ; ${exitCodes.data} modifiée, ou illisible.`,
    )
    .action(async (places: readonly string[], { json }: { readonly json?: boolean }) => {
      const { readPlace } = await import('../publish/verify/read-place.ts');
      const { readPublications } = await import('../publish/verify/read-publication.ts');
      const { verifyAll } = await import('../publish/verify/verify-all.ts');
      const publications = [];
      for (const place of places) publications.push(...readPublications(await readPlace(place), place));
      const result = verifyAll(publications);
      process.stdout.write(
        json ? `${JSON.stringify(result, null, 1)}\n` : `${result.sentences.join('\n')}\n`,
      );
      process.exitCode = result.same ? exitCodes.ok : exitCodes.data;
    });
}
