import { serviceIdPattern } from '../../plan/service-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Publication } from '../bundle/bundle.ts';

/** Who writes in the ledger: an account id, `foulee` for the command line; in which role; when, ISO 8601. */
export interface Author {
  readonly actor: string;
  readonly role: string;
  readonly at: string;
}

/** Something said of a publication afterwards. The publication itself never changes. */
export interface Correction {
  readonly service: string;
  /** Number of the publication. */
  readonly number: number;
  /** `correction`: wrong on some point; `withdrawal`: no longer shown, its place and its hash are. */
  readonly kind: 'correction' | 'withdrawal';
  readonly reason: string;
  readonly role: string;
  readonly at: string;
}

export interface LedgerEntry {
  readonly publication: Publication;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
}

/** The publications of each service, in order, to which one can only add. */
export interface Ledger {
  /** Oldest first, withdrawn ones included: `shownEntry` says what may be shown of them. */
  entries(service: string): Promise<readonly LedgerEntry[]>;
  /**
   * Adds the publication `make` gives from what is already there: one at a time for a service, all or nothing. Refuses
   * one that does not follow the last.
   */
  append(
    service: string,
    author: Author,
    make: (entries: readonly LedgerEntry[]) => Publication,
  ): Promise<Publication>;
  /** Refuses when there is no such publication. */
  correct(correction: Omit<Correction, 'role' | 'at'>, author: Author): Promise<void>;
}

/** What may be shown of an entry: the publication, or, once withdrawn, that it was, when and why. */
export type ShownEntry =
  | {
      readonly kind: 'published';
      readonly publication: Publication;
      readonly corrections: readonly Correction[];
    }
  | {
      readonly kind: 'withdrawn';
      readonly number: number;
      readonly sha256: string;
      readonly publishedOn: string;
      readonly withdrawal: Correction;
    };

export function shownEntry({ publication, corrections }: LedgerEntry): ShownEntry {
  const withdrawal = corrections.find(({ kind }) => kind === 'withdrawal');
  if (withdrawal === undefined) return { kind: 'published', publication, corrections };
  const { number, publishedOn } = publication.bundle;
  return { kind: 'withdrawn', number, sha256: publication.sha256, publishedOn, withdrawal };
}

/** Refuses what is not an identifier of a service, such as a path. */
export function checkServiceId(service: string): void {
  if (serviceIdPattern.test(service)) return;
  throw new Refusal(
    'usage',
    'Cet identifiant de service n’en est pas un.',
    'Un identifiant a des lettres sans accent, des chiffres, « - », « _ » ou « . » à l’intérieur : celui de service.id dans le plan.',
  );
}

/** Refuses a publication that does not come right after the last entry. */
export function checkFollows(publication: Publication, entries: readonly LedgerEntry[]): void {
  const last = entries.at(-1)?.publication;
  const { number, previous } = publication.bundle;
  if (number === (last?.bundle.number ?? 0) + 1 && previous === (last?.sha256 ?? null)) return;
  throw new Refusal(
    'data',
    'Cette publication ne suit pas la dernière : une autre a été faite entre-temps.',
    'Rien n’a été publié. Relancez la publication.',
  );
}

export const noSuchPublication = (number: number): Refusal =>
  new Refusal(
    'data',
    `La publication ${number} de ce service n’existe pas.`,
    'Rien n’a été changé. Vérifiez le numéro : celui qui figure sur la page de la publication.',
  );
