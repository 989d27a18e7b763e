import type { Publication } from '../bundle/bundle.ts';
import { mainMeasure } from '../bundle/main-measure.ts';
import { freshness } from '../freshness/freshness.ts';
import { shortFigure } from './short-figure.ts';
import { xmlText } from './xml-text.ts';

const height = 28;
const characterWidth = 6.9;
const padding = 10;

/**
 * A badge to put on any page, as SVG: evidence level in words, the figure, how fresh it is. All is said in text and in
 * the accessible title; colour adds nothing that is not written. `today`: `YYYY-MM-DD`.
 */
export function badgeSvg({ bundle }: Publication, today: string): string {
  const measure = mainMeasure(bundle.measures);
  if (measure === null)
    return plate([{ text: 'non mesuré', fill: '#3a3a3a' }], `${bundle.service.name} : non mesuré`);
  const { level, name } = measure.evidence;
  const fresh = freshness(bundle.freshness, today);
  return plate(
    [
      { text: `Preuve ${level}/5 · ${name}`, fill: '#1b1b35' },
      { text: shortFigure(measure), fill: '#0a5c8f' },
      { text: fresh.short, fill: fresh.state === 'stale' ? '#8a3c00' : '#3a3a3a' },
    ],
    `${bundle.service.name}, ${measure.name} : ${measure.headline.sentence} Niveau de preuve ${level} sur 5 (${name}). ${fresh.sentence}`,
  );
}

interface Field {
  readonly text: string;
  readonly fill: string;
}

function plate(fields: readonly Field[], title: string): string {
  const widths = fields.map(({ text }) => Math.ceil(text.length * characterWidth) + 2 * padding);
  const width = widths.reduce((sum, own) => sum + own, 0);
  let left = 0;
  const drawn = fields.map(({ text, fill }, i) => {
    const own = widths[i] ?? 0;
    const x = left;
    left += own;
    return `<rect x="${x}" width="${own}" height="${height}" fill="${fill}"/><text x="${x + own / 2}" y="18" text-anchor="middle">${xmlText(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="titre"><title id="titre">${xmlText(title)}</title><g font-family="Verdana, 'DejaVu Sans', sans-serif" font-size="12" fill="#fff">${drawn.join('')}</g></svg>`;
}
