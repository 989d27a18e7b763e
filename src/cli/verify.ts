import type { Command } from 'commander';
import { exitCodes } from '../platform/refusal.ts';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Recalcule un chiffre publié à partir des effectifs publiés, et dit s’il est le même')
    .argument('<publications...>', 'fichiers ou adresses de publications, ou de pages qui les montrent')
    .option('--json', 'affiche le résultat en JSON')
    .addHelpText(
      'after',
      `
Code de sortie : ${exitCodes.ok} chiffres identiques ; ${exitCodes.data} modifiée, ou illisible.`,
    )
    .action(async (places: readonly string[], { json }: { readonly json?: boolean }) => {
      const { readPlace } = await import('../publish/verify/read-place.ts');
      const { readPublications } = await import('../publish/verify/read-publication.ts');
      const { verifyAll } = await import('../publish/verify/verify-all.ts');
      const { earlierPublications } = await import('../publish/verify/earlier-publications.ts');
      const { calculationVersion } = await import('../publish/bundle/calculation.ts');
      const { software } = await import('./software.ts');
      const publications = [];
      let address: string | undefined;
      for (const asked of places) {
        const { text, place } = await readPlace(asked);
        publications.push(...readPublications(text, place));
        address ??= place;
      }
      const [only] = publications;
      const earlier =
        address !== undefined && only !== undefined && publications.length === 1
          ? await earlierPublications(address, only)
          : { publications: [], sentence: null };
      const result = verifyAll([...publications, ...earlier.publications], {
        software: software(),
        calculation: calculationVersion,
      });
      const sentences = [...result.sentences, ...(earlier.sentence === null ? [] : [earlier.sentence])];
      process.stdout.write(
        json ? `${JSON.stringify({ ...result, sentences }, null, 1)}\n` : `${sentences.join('\n')}\n`,
      );
      process.exitCode = result.same ? exitCodes.ok : exitCodes.data;
    });
}
