import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Fault } from './fault-sql.ts';

/** A row set aside: where it is and why, never what it says. */
export interface Reject {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** Reasons DuckDB gives for lines it cannot split into values, said in French. */
const structuralReasons: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'moins de valeurs que de colonnes',
  'TOO MANY COLUMNS': 'plus de valeurs que de colonnes',
  'UNQUOTED VALUE': 'guillemet mal placé ou jamais refermé',
  'LINE SIZE OVER MAXIMUM': 'ligne trop longue',
  'INVALID ENCODING': 'caractères qui ne sont pas de l’UTF-8',
  'INVALID STATE': 'ligne mal formée',
};

export const structuralReason = (type: string) => structuralReasons[type] ?? 'ligne mal formée';

/** Writes the list of rows set aside of one file as CSV: `fichier;ligne;colonne;raison`. */
export function openRejects(path: string, fileName: string): { add(reject: Reject): void; close(): number } {
  const descriptor = openSync(path, 'wx', 0o600);
  let pending = 'fichier;ligne;colonne;raison\n';
  let count = 0;
  const flush = () => {
    writeSync(descriptor, pending);
    pending = '';
  };
  return {
    add({ line, column, reason }) {
      count++;
      pending += `${[fileName, String(line), column ?? '', reason].map(quoted).join(';')}\n`;
      if (pending.length > 1 << 16) flush();
    },
    close() {
      flush();
      fsyncSync(descriptor);
      closeSync(descriptor);
      return count;
    },
  };
}

const quoted = (value: string) => (/[;"\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Counts by column and reason, the most frequent first. */
export function countReasons(
  parts: readonly { readonly column: string | null; readonly reason: string; readonly rows: number }[],
): { column: string | null; reason: string; rows: number }[] {
  const totals = new Map<string, { column: string | null; reason: string; rows: number }>();
  for (const { column, reason, rows } of parts) {
    const key = `${column ?? ''}\n${reason}`;
    totals.set(key, { column, reason, rows: (totals.get(key)?.rows ?? 0) + rows });
  }
  return [...totals.values()].filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows);
}

export const faultOf = (faults: readonly Fault[], code: number): Fault =>
  faults[code - 2] ?? { column: null, reason: 'ligne illisible' };
