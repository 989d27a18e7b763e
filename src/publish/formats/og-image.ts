import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Publication } from '../bundle/bundle.ts';
import { mainMeasure } from '../bundle/main-measure.ts';
import { freshness } from '../freshness/freshness.ts';
import { xmlText } from './xml-text.ts';

const width = 1200;
const height = 630;
const margin = 72;
const mostLines = 7;

const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

/** The image shown where a page is shared: the service, its sentence, its level of proof and date. PNG, 1200 × 630. */
export function openGraphImage({ bundle }: Publication, today: string): Uint8Array {
  const measure = mainMeasure(bundle.measures);
  return png({
    title: bundle.service.name,
    sentence: measure?.headline.sentence ?? 'Ce service ne publie pas encore de chiffre.',
    level:
      measure === null ? '' : `Niveau de preuve ${measure.evidence.level} sur 5 : ${measure.evidence.name}`,
    foot: freshness(bundle.freshness, today).measured,
  });
}

/** The same image for a page without a figure: a title and a sentence. */
export const titleImage = (title: string, sentence: string): Uint8Array =>
  png({ title, sentence, level: '', foot: '' });

interface Picture {
  readonly title: string;
  readonly sentence: string;
  readonly level: string;
  readonly foot: string;
}

function png(picture: Picture): Uint8Array {
  const image = new Resvg(svgOf(picture), {
    font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.render().asPng();
}

function svgOf({ title, sentence, level, foot }: Picture): string {
  const { size, lines } = fitted(sentence);
  const top = 190;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans">
<rect width="${width}" height="${height}" fill="#ffffff"/><rect width="16" height="${height}" fill="#0a5c8f"/>
<text x="${margin}" y="108" font-size="38" font-weight="bold" fill="#161616">${xmlText(cut(title, 46))}</text>
${lines.map((line, i) => `<text x="${margin}" y="${top + i * size * 1.35}" font-size="${size}" fill="#161616">${xmlText(line)}</text>`).join('\n')}
<text x="${margin}" y="${height - 84}" font-size="26" font-weight="bold" fill="#0a5c8f">${xmlText(level)}</text>
<text x="${margin}" y="${height - 44}" font-size="17" fill="#3a3a3a">${xmlText(cut(foot, 118))}</text>
</svg>`;
}

/** The largest type in which the sentence fits; cut with an ellipsis at a word when none does. */
function fitted(sentence: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of [46, 40, 34, 30]) {
    const lines = wrapped(sentence, size);
    if (lines.length * size * 1.35 <= 330) return { size, lines };
  }
  const lines = wrapped(sentence, 30).slice(0, mostLines);
  return { size: 30, lines: [...lines.slice(0, -1), `${(lines.at(-1) ?? '').replace(/\s+\S*$/, '')}…`] };
}

function wrapped(sentence: string, size: number): string[] {
  const most = Math.floor((width - 2 * margin) / (size * 0.6));
  const lines: string[] = [];
  for (const word of sentence.split(' ').flatMap((text) => pieces(text, most))) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const pieces = (word: string, most: number): string[] =>
  word.length <= most ? [word] : [word.slice(0, most), ...pieces(word.slice(most), most)];

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
