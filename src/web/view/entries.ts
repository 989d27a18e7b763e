import type { LedgerEntry } from '../../publish/ledger/ledger.ts';
import { publicationPath } from './addresses.ts';

/** Why a publication was taken back; null: it stands. */
export function withdrawalOf({ corrections }: LedgerEntry): string | null {
  return corrections.find(({ kind }) => kind === 'withdrawal')?.reason ?? null;
}

/** A publication named by its day (the last of that day) or by its number; null: there is none. */
export function entryNamed(entries: readonly LedgerEntry[], name: string): LedgerEntry | null {
  return (
    entries.findLast(({ publication }) => publication.bundle.publishedOn === name) ??
    entries.find(({ publication }) => String(publication.bundle.number) === name) ??
    null
  );
}

/** Where this very state is read: by its day, or by its number when another followed it that day. */
export function entryPath(service: string, entry: LedgerEntry, entries: readonly LedgerEntry[]): string {
  const { publishedOn, number } = entry.publication.bundle;
  const last = entryNamed(entries, publishedOn);
  return publicationPath(service, last === entry ? publishedOn : String(number));
}
