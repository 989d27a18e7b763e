import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../platform/refusal.ts';
import { audit } from '../audit.ts';
import type { Bundle, Publication } from '../bundle/bundle.ts';
import { refuseNewer } from '../bundle/calculation.ts';
import { firmsRule, peopleRule } from '../disclosure/rule.ts';
import { freshnessFacts } from '../freshness/freshness.ts';
import type { Author, Ledger, LedgerEntry } from '../ledger/ledger.ts';
import { readPublications } from '../verify/read-publication.ts';
import { verdictSentence } from '../verify/verdict-sentence.ts';
import { type Verification, verify } from '../verify/verify.ts';
import {
  alreadyThere,
  badDay,
  belowThreshold,
  changed,
  isMeasure,
  notAPublication,
  otherFreshness,
  otherSentences,
  otherService,
  outOfOrder,
  unreadable,
  unsafe,
} from './admission-refusal.ts';
import { bundleShape } from './bundle-shape.ts';

export interface Submitted {
  /** JSON text of one publication, frozen where the data are. */
  readonly text: string;
  readonly service: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Adds to the ledger a publication frozen elsewhere, once it was verified: of this service, its figures and its
 * sentences those computed here from its counts, whatever version says it made it, its seal true, following the last,
 * and giving away nothing beside what is public already. Nothing is written when it is refused (`AdmissionRefusal`).
 */
export async function admitPublication(
  ledger: Ledger,
  submitted: Submitted,
  author: Author,
): Promise<Publication> {
  const publication = readSubmitted(submitted);
  return ledger.append(submitted.service, author, (entries) => {
    checkFits(publication, entries, submitted.today);
    return publication;
  });
}

/** The publication that would be added; refuses as `admitPublication` would, and writes nothing. */
export async function tryAdmission(ledger: Ledger, submitted: Submitted): Promise<Publication> {
  const publication = readSubmitted(submitted);
  checkFits(publication, await ledger.entries(submitted.service), submitted.today);
  return publication;
}

function readSubmitted({ text, service }: Submitted): Publication {
  const { sha256, parts, bundle } = onlyPublication(text);
  // Only what was sealed is kept.
  const publication = { sha256, parts, bundle };
  if (bundle.service.id !== service) throw otherService();
  if (!bundleShape.safeParse(bundle).success) throw notAPublication();
  const found = verified(publication);
  if (found === null) throw notAPublication();
  if (found.verdict === 'changed') {
    const { software } = bundle;
    if (found.why === 'sentence') throw otherSentences(found.field, software);
    throw changed(verdictSentence(publication, found, { software, sealedBy: null }));
  }
  if (!hasOwnFreshness(bundle)) throw otherFreshness();
  const { threshold, largestShare } = bundle.disclosure.rule;
  const fewest = largestShare === firmsRule.largestShare ? firmsRule.threshold : peopleRule.threshold;
  if (threshold < fewest) throw belowThreshold(threshold, fewest);
  return publication;
}

function onlyPublication(text: string): Publication {
  try {
    const [publication, ...others] = readPublications(text, 'Ce fichier');
    if (publication === undefined || others.length > 0) throw notAPublication();
    return publication;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw looksLikeMeasure(text) ? isMeasure() : unreadable(error);
  }
}

function looksLikeMeasure(text: string): boolean {
  try {
    const value = JSON.parse(text) as { measures?: unknown } | null;
    return Array.isArray(value?.measures);
  } catch {
    return false;
  }
}

/** Null: its counts are of a shape from which nothing can be computed. */
function verified(publication: Publication): Verification | null {
  try {
    return verify(publication);
  } catch {
    return null;
  }
}

/** Whether it says itself as fresh as it is: else a figure could be shown that never grows old. */
function hasOwnFreshness({ publishedOn, freshness, plan, measures }: Bundle): boolean {
  const { dataThrough } = freshness;
  const own = freshnessFacts(publishedOn, dataThrough, plan.indicators);
  return (
    isDeepStrictEqual(own, freshness) &&
    (dataThrough === null || measures.some(({ coverage }) => coverage?.day === dataThrough))
  );
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function checkFits(publication: Publication, entries: readonly LedgerEntry[], today: string): void {
  const { sha256, bundle } = publication;
  const last = entries.at(-1)?.publication;
  for (const { publication: own } of entries)
    refuseNewer(own.bundle, `La publication ${own.bundle.number} de ce service`);
  if (entries.some((entry) => entry.publication.sha256 === sha256)) throw alreadyThere(bundle.number);
  const expected = (last?.bundle.number ?? 0) + 1;
  if (bundle.number !== expected || bundle.previous !== (last?.sha256 ?? null)) {
    throw outOfOrder(bundle.number, expected);
  }
  // A day is not the same everywhere at once: tomorrow's date may be today's where it was measured.
  const latest = dayAfter(today);
  const { publishedOn } = bundle;
  const early = last !== undefined && publishedOn < last.bundle.publishedOn;
  if (early || publishedOn > latest) throw badDay();
  const { rule } = bundle.disclosure;
  const found = audit(publication, { rule, earlier: entries.map((entry) => entry.publication) });
  if (found.length > 0) throw unsafe(rule.threshold, found);
}
