import { sourceKinds } from '../plan/describe-source.ts';
import { frenchDay } from '../platform/french/date.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { typeset } from '../platform/french/typography.ts';
import type { ImportSummary, SourceSummary } from '../records/import-summary.ts';

/** The summary of an import as people read it in a terminal. */
export function describeImport(summary: ImportSummary): string {
  const lines = summary.sources.flatMap(describeSource);
  if (summary.keyCreatedAt !== null) {
    lines.push(
      `Une clé de pseudonymisation vient d'être créée : ${summary.keyCreatedAt}`,
      'Gardez-en une copie en lieu sûr, loin des données : sans elle, il faudrait tout réimporter.',
      '',
    );
  }
  if (summary.sources.length === 0) lines.push('Ce plan n’a aucune source : il n’y a rien à importer.', '');
  else if (!summary.changed) lines.push('Rien de nouveau : les enregistrements sont à jour.', '');
  return `${lines.map(typeset).join('\n')}`;
}

function describeSource(source: SourceSummary): string[] {
  return [
    `${source.source} (${sourceKinds[source.kind]}) : ${counted(source.rows, 'ligne', 'lignes')}${period(source)}`,
    ...indent([
      filesSentence(source),
      source.rejected > 0
        ? `${counted(source.rejected, 'ligne écartée', 'lignes écartées')} : ${reasons(source)}.`
        : '',
      ...source.rejectsFiles.slice(0, 3).map((path) => `Liste des lignes écartées : ${path}`),
      source.withoutSubject > 0
        ? `${counted(source.withoutSubject, 'ligne', 'lignes')} sans identifiant, hors du suivi.`
        : '',
      source.filteredOut > 0
        ? `${counted(source.filteredOut, 'ligne', 'lignes')} hors du filtre « where ».`
        : '',
      source.rows === 0 && source.filteredOut > 0
        ? 'Attention : aucune ligne ne passe le filtre « where » ; vérifiez ses valeurs.'
        : '',
      ...source.sameContent
        .slice(0, 5)
        .map(({ name, as }) => `${name} n’a rien de plus que ${as} : compté une fois.`),
      source.filesGone.length > 0
        ? `${counted(source.filesGone.length, 'fichier disparu', 'fichiers disparus')} depuis (${some(source.filesGone)}) : leurs lignes sont conservées.`
        : '',
      ...source.notes.slice(0, 5).map((note) => (note.endsWith('.') ? note : `${note}.`)),
      source.notes.length > 5
        ? `Et ${counted(source.notes.length - 5, 'autre remarque', 'autres remarques')}.`
        : '',
    ]),
    '',
  ];
}

const period = ({ firstDay, lastDay }: SourceSummary) =>
  firstDay === null || lastDay === null ? '' : `, du ${frenchDay(firstDay)} au ${frenchDay(lastDay)}`;

function filesSentence({ filesRead, filesUnchanged, newRows }: SourceSummary): string {
  const unchanged =
    filesUnchanged > 0 ? `${counted(filesUnchanged, 'fichier inchangé', 'fichiers inchangés')}` : '';
  if (filesRead.length === 0) return `${unchanged || 'Aucun fichier lu'}.`;
  const read = `${counted(filesRead.length, 'fichier lu', 'fichiers lus')} (${some(filesRead)}) : ${counted(newRows, 'ligne importée', 'lignes importées')}`;
  return `${read}${unchanged ? ` ; ${unchanged}` : ''}.`;
}

function reasons({ reasons: all }: SourceSummary): string {
  return all
    .slice(0, 3)
    .map(({ column, reason, rows }) => `${reason}${column ? ` (${column})` : ''}, ${frenchNumber(rows)}`)
    .join(' ; ');
}

const some = (names: readonly string[]) =>
  names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')}… ${names.at(-1)}`;

const indent = (lines: readonly string[]) => lines.filter((line) => line !== '').map((line) => `  ${line}`);
