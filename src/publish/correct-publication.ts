import { frenchDay } from '../platform/french/date.ts';
import { Refusal } from '../platform/refusal.ts';
import {
  type Author,
  type Correction,
  checkServiceId,
  type Ledger,
  type LedgerEntry,
  noSuchPublication,
} from './ledger/ledger.ts';

const longestReason = 1000;

export interface CorrectionAsked {
  readonly service: string;
  /** Number of the publication; null: the last that is not withdrawn. */
  readonly number: number | null;
  readonly kind: Correction['kind'];
  readonly reason: string;
}

/**
 * Adds a correction or a withdrawal beside a publication, which never changes; gives the publication's number. Refuses
 * one without a reason, and any of a publication already withdrawn.
 */
export async function correctPublication(
  ledger: Ledger,
  { service, number, kind, reason }: CorrectionAsked,
  author: Author,
): Promise<number> {
  const said = reasonIn(reason);
  const { publication } = await entryToCorrect(ledger, service, number);
  const found = publication.bundle.number;
  await ledger.correct({ service, number: found, kind, reason: said }, author);
  return found;
}

/** The publication of that number, or the last that stands; refuses when there is none, or when it is withdrawn. */
export async function entryToCorrect(
  ledger: Ledger,
  service: string,
  number: number | null,
): Promise<LedgerEntry> {
  checkServiceId(service);
  const entries = await ledger.entries(service);
  const found =
    number === null
      ? entries.findLast((entry) => withdrawalOf(entry) === null)
      : entries.find(({ publication }) => publication.bundle.number === number);
  if (found === undefined)
    throw number === null || entries.length === 0
      ? nothingToCorrect(service, entries.length)
      : noSuchPublication(number);
  const withdrawal = withdrawalOf(found);
  if (withdrawal !== null) throw alreadyWithdrawn(found.publication.bundle.number, withdrawal);
  return found;
}

const withdrawalOf = ({ corrections }: LedgerEntry): Correction | null =>
  corrections.find(({ kind }) => kind === 'withdrawal') ?? null;

/** The reason as it will be shown: one line of text, said in full. */
export function reasonIn(reason: string): string {
  const said = reason.replace(/\s+/g, ' ').trim();
  const wrong =
    said.length < 5
      ? 'Il manque la raison : chacun la lira à côté du chiffre.'
      : said.length > longestReason
        ? `La raison fait plus de ${longestReason} caractères.`
        : /\p{Cc}/u.test(said)
          ? 'La raison contient des caractères qui ne s’affichent pas.'
          : null;
  if (wrong === null) return said;
  throw new Refusal(
    'usage',
    wrong,
    'Dites en une phrase ce qui était faux, par exemple --reason "Les embauches de mars étaient comptées deux fois.".',
  );
}

const alreadyWithdrawn = (number: number, { at }: Correction): Refusal =>
  new Refusal(
    'data',
    `La publication ${number} est déjà retirée, depuis le ${frenchDay(at.slice(0, 10))}.`,
    'Rien n’a été changé : sa place, son empreinte et la raison du retrait restent publiques.',
  );

const nothingToCorrect = (service: string, entries: number): Refusal =>
  new Refusal(
    'data',
    entries === 0
      ? `Le service « ${service} » n’a rien publié : il n’y a rien à corriger.`
      : `Toutes les publications de « ${service} » sont retirées : il n’y a rien à corriger.`,
    entries === 0
      ? 'Vérifiez l’identifiant du service (service.id du plan), et le dossier si vous publiez dans des fichiers (--folder).'
      : 'Publiez de nouveau (« foulee publish ») quand le chiffre est juste.',
  );
