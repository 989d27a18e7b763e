import { exactDuration } from '../../platform/french/duration.ts';
import { baseFor, outOf, people } from '../../platform/french/frequency.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { isRefused } from '../../statistics/refused.ts';
import type { Projection } from './project.ts';
import { precisionWanted } from './question.ts';

export interface Paragraph {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A projection in plain French: how many, what could be seen, when, and what is assumed. */
export function describeProjection(projection: Projection): readonly Paragraph[] {
  const { question, size, detectable, firstFigure, firstComparison, durations } = projection;
  const half = precisionWanted(question);
  const base = baseFor({
    value: question.baseline,
    lower: question.baseline - half,
    upper: question.baseline + half,
  });
  const close = `à ${people(half, base)} sur ${frenchNumber(base)} près`;
  return [
    {
      title: 'Combien de personnes',
      sentences: [
        ...(size === null
          ? [
              'Dites le plus petit effet qui compterait (--effect 0.02 pour deux points) pour savoir combien de personnes il faut.',
            ]
          : [size.sentence]),
        ...(durations === null ? [] : [durations.sentence]),
      ],
    },
    { title: 'Ce qui pourrait être vu', sentences: detectableSentences(detectable) },
    {
      title: 'Quand',
      sentences:
        firstFigure === null
          ? [
              'Dites combien de personnes arrivent par semaine (--users-per-week 300) et quand cela commence (--start 2026-09-01) pour avoir une date.',
            ]
          : [
              `Pour dire combien d’usagers connaissent l’effet, ${close} : ${lower(firstFigure.sentence)}`,
              ...(firstComparison === null
                ? []
                : [`Pour comparer deux groupes : ${lower(firstComparison.sentence)}`]),
              ...matureSentence(firstFigure),
            ],
    },
    {
      title: 'Ce que cela suppose',
      sentences: [
        `Sans le service, la part serait de ${outOf(question.baseline, baseFor({ value: question.baseline, lower: question.baseline, upper: question.baseline }))}. Deux groupes de même taille, des arrivées régulières${question.horizon === null ? '' : `, des effets répartis sur ${exactDuration(question.horizon)}`}${question.lag === 0 ? '' : `, un registre en retard de ${exactDuration(question.lag)}`}. Une comparaison ajustée demande davantage.`,
      ],
    },
  ]
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ title, sentences }) => ({ title, sentences: sentences.map(typeset) }));
}

/** Durations too short to see anything are one sentence, not four. */
function detectableSentences(detectable: Projection['detectable']): string[] {
  const blind = detectable.findLastIndex(({ difference }) => difference === null);
  return detectable.slice(Math.max(0, blind)).map(({ sentence }) => sentence);
}

function matureSentence(first: Projection['firstFigure']): string[] {
  if (first === null || isRefused(first) || first.kind === 'unreachable') return [];
  return [
    'Avant, trop peu de personnes auront été suivies jusqu’au bout : pas de chiffre, plutôt qu’un chiffre faux.',
  ];
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
