import { xmlText } from './xml-text.ts';

/** What is pasted elsewhere: plain texts, and where the figure is explained, absolute. */
export interface EmbeddedFigure {
  readonly service: string;
  readonly sentence: string;
  readonly level: number;
  readonly levelName: string;
  /** When it was measured. */
  readonly measured: string;
  readonly page: string;
}

/** HTML to paste in any page, without script or image: the sentence, its level of proof, its date, where it is from. */
export const embedHtml = (figure: EmbeddedFigure): string => `<figure>
  <blockquote cite="${xmlText(figure.page)}"><p>${xmlText(figure.sentence)}</p></blockquote>
  <figcaption>Niveau de preuve ${figure.level} sur 5 : ${xmlText(figure.levelName)}. ${xmlText(figure.measured)} <a href="${xmlText(figure.page)}">${xmlText(`${figure.service} : méthode, limites et données`)}</a></figcaption>
</figure>
`;
