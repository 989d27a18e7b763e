import { counted } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Publication } from '../bundle/bundle.ts';
import { readPlace } from './read-place.ts';
import { readPublications } from './read-publication.ts';

const mostEarlier = 50;

export interface EarlierPublications {
  /** Newest first. */
  readonly publications: readonly Publication[];
  /** Why the first of the service was not reached; null: it was, or the place offers none. */
  readonly sentence: string | null;
}

/**
 * The publications before one read at an address, as its site offers them beside it (`…/publications/4`, then 3…),
 * at most fifty. The first that cannot be read, or that is not the one named by `previous`, ends the walk.
 */
export async function earlierPublications(address: string, last: Publication): Promise<EarlierPublications> {
  const beside = /^(https?:\/\/[^?#]+\/publications\/)[^/?#]+$/i.exec(address)?.[1];
  if (beside === undefined || last.bundle.previous === null) return { publications: [], sentence: null };
  const found: Publication[] = [];
  let current = last;
  while (current.bundle.previous !== null && found.length < mostEarlier) {
    const before = await offered(`${beside}${current.bundle.number - 1}`);
    if (before === null) return { publications: found, sentence: notAll(current) };
    found.push(before);
    if (before.sha256 !== current.bundle.previous) break;
    current = before;
  }
  const short = found.length === mostEarlier && current.bundle.previous !== null;
  return {
    publications: found,
    sentence: short
      ? typeset(`Seules les ${counted(mostEarlier, 'publication', 'publications')} d’avant ont été lues.`)
      : null,
  };
}

async function offered(address: string): Promise<Publication | null> {
  try {
    const [publication] = readPublications((await readPlace(address)).text, address);
    return publication ?? null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const notAll = ({ bundle }: Publication): string =>
  typeset(
    `La publication ${bundle.number - 1} n’est pas proposée à côté de celle-ci : la suite n’est vérifiée que depuis la publication ${bundle.number}.`,
  );
