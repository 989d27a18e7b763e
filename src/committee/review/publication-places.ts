import type { Bundle } from '../../publish/bundle/bundle.ts';

/** A part of what a publication says of one indicator, on which one can comment. */
export interface PublicationPlace {
  readonly indicator: string;
  readonly part: string;
  /** What it is, in French. */
  readonly label: string;
  /** What the publication says there. */
  readonly text: string;
}

/** Every passage of a publication a reader may doubt: of each indicator, its sentence first. */
export function publicationPlaces({ measures }: Bundle): readonly PublicationPlace[] {
  return measures.flatMap(({ indicator, headline, evidence, quality, note, warnings }) => {
    const place = (part: string, label: string, text: string) => ({ indicator, part, label, text });
    return [
      place('sentence', 'La phrase', headline.sentence),
      place('evidence', 'Le niveau de preuve', `${evidence.level} – ${evidence.name}`),
      place('accuracy', 'La précision atteinte', quality.accuracyReached),
      place('source', 'La source', quality.source),
      place('method', 'La méthode', note.join(' ')),
      place('limits', 'Les limites', quality.limits),
      place('warnings', 'Les avertissements', warnings.join(' ')),
    ].filter(({ text }) => text.trim() !== '');
  });
}

/** The place named `indicator.part` in a form; null when the publication has none. */
export function placeNamed(bundle: Bundle, name: string): PublicationPlace | null {
  return publicationPlaces(bundle).find((place) => placeName(place) === name) ?? null;
}

/** Parts are plain words: what comes after the last dot. */
export const placeName = ({ indicator, part }: Pick<PublicationPlace, 'indicator' | 'part'>): string =>
  `${indicator}.${part}`;
