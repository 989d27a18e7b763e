import { typeset } from '../../platform/french/typography.ts';
import type { Publication } from '../bundle/bundle.ts';
import { brokenLink } from './chain.ts';
import { notRecomputed } from './not-recomputed.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { type Verification, type Verifier, verify } from './verify.ts';

export interface VerifiedAll {
  readonly same: boolean;
  readonly publications: readonly (Verification & { readonly service: string; readonly number: number })[];
  /** Number of the first publication that does not follow the one before; null when they follow, or with only one. */
  readonly brokenLink: number | null;
  readonly sentences: readonly string[];
}

/**
 * Verifies publications one by one, then that those of a service follow each other. `by`: who verifies; by default,
 * the version that made each.
 */
export function verifyAll(publications: readonly Publication[], by?: Verifier): VerifiedAll {
  const found = publications.map((publication) => ({ publication, verification: verify(publication, by) }));
  const same = found.flatMap(({ publication, verification }) =>
    verification.verdict === 'same' ? [publication] : [],
  );
  const services = new Map<string, Publication[]>();
  for (const publication of publications) {
    const { id } = publication.bundle.service;
    services.set(id, [...(services.get(id) ?? []), publication]);
  }
  const broken = [...services.values()].map(brokenLink).find((number) => number !== null) ?? null;
  const link =
    publications.length < 2
      ? []
      : broken === null
        ? ['Les publications se suivent : chacune porte l’empreinte de la précédente.']
        : [
            typeset(
              `La publication ${broken} ne suit pas la précédente : il en manque une, ou l’une a été remplacée.`,
            ),
          ];
  return {
    same: broken === null && same.length === found.length,
    publications: found.map(({ publication, verification }) => ({
      service: publication.bundle.service.id,
      number: publication.bundle.number,
      ...verification,
    })),
    brokenLink: broken,
    sentences: [
      ...found.map(({ publication, verification }) =>
        verdictSentence(publication, verification, {
          software: by?.software ?? publication.bundle.software,
          sealedBy: sealedBy(publication, publications),
        }),
      ),
      ...link,
      ...(same.length === 0 ? [] : [notRecomputed(same)]),
    ],
  };
}

/** Number of a publication among them that carries the hash of this one. */
const sealedBy = ({ sha256 }: Publication, publications: readonly Publication[]): number | null =>
  publications.find(({ bundle }) => bundle.previous === sha256)?.bundle.number ?? null;
