import { typeset } from '../../platform/french/typography.ts';
import type { Publication } from '../bundle/bundle.ts';
import { brokenLink } from './chain.ts';
import { verdictSentence } from './verdict-sentence.ts';
import { type Verification, verify } from './verify.ts';

export interface VerifiedAll {
  readonly same: boolean;
  readonly publications: readonly (Verification & { readonly service: string; readonly number: number })[];
  /** Number of the first publication that does not follow the one before; null when they follow, or with only one. */
  readonly brokenLink: number | null;
  readonly sentences: readonly string[];
}

/** Verifies publications one by one, then that those of a service follow each other. */
export function verifyAll(publications: readonly Publication[]): VerifiedAll {
  const found = publications.map((publication) => ({ publication, verification: verify(publication) }));
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
    same: broken === null && found.every(({ verification }) => verification.verdict === 'same'),
    publications: found.map(({ publication, verification }) => ({
      service: publication.bundle.service.id,
      number: publication.bundle.number,
      ...verification,
    })),
    brokenLink: broken,
    sentences: [
      ...found.map(({ publication, verification }) => verdictSentence(publication, verification)),
      ...link,
    ],
  };
}
