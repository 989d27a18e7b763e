import { join } from 'node:path';
import type { Source } from '../plan/plan.ts';
import { counted, frenchNumber } from '../platform/french/number.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ImportedFile } from './manifest.ts';
import { countReasons } from './rejects.ts';

/**
 * Refuses an import that sets too many rows aside: lines that cannot be split are compared with all lines read,
 * rows with a wrong value with the rows the source's filter keeps.
 */
export function refuseTooManyRejects(source: Source, files: readonly ImportedFile[], folder: string): void {
  const sum = (count: (file: ImportedFile) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  const reasons = countReasons(files.flatMap((file) => file.reasons));
  const rejected = sum((file) => file.rejected);
  const unsplit = reasons
    .filter(({ column }) => column === null)
    .reduce((total, { rows }) => total + rows, 0);
  const kept = sum((file) => file.rows + file.withoutSubject) + rejected - unsplit;
  const read = kept + unsplit + sum((file) => file.filteredOut);
  const share = Math.max(ratio(unsplit, read), ratio(rejected - unsplit, kept));
  if (share <= source.maxRejectedShare) return;
  const [concerned, of] = ratio(unsplit, read) === share ? [unsplit, read] : [rejected - unsplit, kept];
  const list = files.flatMap((file) => file.rejects).map((name) => join(folder, name));
  throw new Refusal(
    'data',
    `Source « ${source.name} » : ${counted(concerned, 'ligne écartée', 'lignes écartées')} sur ${frenchNumber(of)} (${percent(share)}), plus que les ${percent(source.maxRejectedShare)} admis ; rien n'a été changé. ${sayReasons(reasons)}`,
    `Corrigez le fichier ou le plan${list[0] ? ` ; les lignes sont listées dans ${list[0]}` : ''}. Pour admettre plus de lignes écartées, relevez « max_rejected » dans la source.`,
  );
}

/** The three main reasons, in words. */
function sayReasons(
  reasons: readonly { readonly column: string | null; readonly reason: string; readonly rows: number }[],
): string {
  if (reasons.length === 0) return '';
  const said = reasons
    .slice(0, 3)
    .map(({ column, reason, rows }) => `${reason}${column ? ` (${column})` : ''} : ${frenchNumber(rows)}`);
  return `${reasons.length > 3 ? 'Principales raisons' : 'Raisons'} — ${said.join(' ; ')}.`;
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const percent = (share: number) => {
  const tenths = Math.round(share * 1000) % 10 !== 0;
  return `${frenchNumber(share * 100, share < 0.1 && tenths ? 1 : 0)} %`;
};
