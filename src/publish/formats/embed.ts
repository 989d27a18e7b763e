import type { Publication } from '../bundle/bundle.ts';
import { freshness } from '../freshness/freshness.ts';
import { xmlText } from './xml-text.ts';

/** Where the public pages of a publication are, absolute. */
export interface PublicAddresses {
  /** The service's page. */
  readonly page: string;
  /** A page that holds the figure alone, to be framed. */
  readonly frame: string;
}

/** HTML to paste in any page, without script or image: the sentence, its level of proof, its date, where it is from. */
export function embedHtml({ bundle }: Publication, { page }: PublicAddresses, today: string): string {
  const [measure] = bundle.measures;
  const fresh = freshness(bundle.freshness, today);
  if (measure === undefined) return '';
  const { level, name } = measure.evidence;
  return `<figure>
  <blockquote cite="${xmlText(page)}"><p>${xmlText(measure.headline.sentence)}</p></blockquote>
  <figcaption>Niveau de preuve ${level} sur 5 : ${xmlText(name)}. ${xmlText(fresh.sentence)} <a href="${xmlText(page)}">${xmlText(`${bundle.service.name} : méthode, limites et données`)}</a></figcaption>
</figure>
`;
}

/** The code of a frame that always shows the latest figure; its title says what it holds. */
export const embedFrame = ({ bundle }: Publication, { frame }: PublicAddresses): string =>
  `<iframe src="${xmlText(frame)}" title="${xmlText(`Ce que ${bundle.service.name} change : chiffre mesuré`)}" width="100%" height="260" loading="lazy" referrerpolicy="no-referrer"></iframe>\n`;
