import type { Measure, MeasureDocument } from '../measure/measure.ts';
import { figureBlocks } from './summary-figures.ts';
import { followUpBlocks } from './summary-follow-up.ts';
import type { SummaryBlock } from './summary-parts.ts';
import { rolloutBlocks } from './summary-rollout.ts';
import { wrap } from './wrap.ts';

const width = 98;
const labelWidth = 14;

type Ink = 'bold' | 'amber' | 'red' | 'faint';
const codes: Readonly<Record<Ink, number>> = { bold: 1, amber: 33, red: 31, faint: 2 };
type Paint = (text: string, ink: Ink) => string;

/**
 * A measure in the terminal, to be read in thirty seconds: warnings first, the headline with its interval, each
 * horizon, maturity, evidence and what would raise it. Lines of at most 98 characters; colours only when asked.
 */
export function summarise(document: MeasureDocument, { colour }: { readonly colour: boolean }): string {
  const paint: Paint = (text, ink) => (colour ? `\u001b[${codes[ink]}m${text}\u001b[0m` : text);
  const { name, organisation } = document.service;
  const title = organisation === null ? name : `${name} · ${organisation}`;
  return [
    ...wrap(title, width).map((line) => paint(line, 'bold')),
    ...document.measures.flatMap((measure) => ['', ...measureLines(measure, paint)]),
    '',
    ...block('Plan', [`${document.plan.hash.slice(0, 12)} · ${document.software}`], paint),
    '',
  ].join('\n');
}

function measureLines(measure: Measure, paint: Paint): string[] {
  return [
    ...wrap(measure.name, width).map((line) => paint(line, 'bold')),
    '',
    ...warningLines(measure, paint),
    ...wrap(measure.headline.sentence, width - 2).map((line) => `  ${paint(line, 'bold')}`),
    '',
    ...methodBlocks(measure).flatMap(({ label, paragraphs }) => block(label, paragraphs, paint)),
  ];
}

function warningLines(measure: Measure, paint: Paint): string[] {
  if (measure.warnings.length === 0) return [];
  const lines = measure.warnings.flatMap(({ sentence }) =>
    wrap(sentence, width - 4).map((line, index) => paint(`${index === 0 ? '! ' : '  '}${line}`, 'amber')),
  );
  return [paint('À savoir avant de lire', 'amber'), ...lines, ''];
}

/** A name in the margin, its paragraphs beside it; nothing at all when there is nothing to say. */
function block(label: string, paragraphs: readonly string[], paint: Paint): string[] {
  const lines = paragraphs.flatMap((paragraph) => wrap(paragraph, width - labelWidth - 2));
  return lines.map((line, index) => {
    const margin = (index === 0 ? label : '').padEnd(labelWidth);
    return `  ${index === 0 ? paint(margin, 'faint') : margin}${line.startsWith('Échoué') ? paint(line, 'red') : line}`;
  });
}

function methodBlocks(measure: Measure): readonly SummaryBlock[] {
  switch (measure.method) {
    case 'follow-up':
      return followUpBlocks(measure);
    case 'sample-volume':
    case 'proxy':
    case 'asked-later':
    case 'declared':
      return figureBlocks(measure);
    case 'rollout':
      return rolloutBlocks(measure);
  }
}
