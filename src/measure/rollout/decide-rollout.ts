import type { DecisionTerms } from '../../plan/plan.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import { decide } from '../comparison/decide.ts';
import type { Decision } from '../comparison/measured-comparison.ts';
import { threshold as inPoints, points } from '../comparison/points.ts';
import { changeText, figureText } from './figure-text.ts';
import type { MeasuredRollout } from './measured-rollout.ts';
import type { Panel } from './panel.ts';
import { peopleServed } from './people-served.ts';

/**
 * What the effect of a rollout means for who decides. Euros need to know how many people had the service: a table of
 * shares says it, one of values does not. What waiting is worth is not given: the error comes from the territories,
 * whose number time does not change.
 */
export function decideRollout(
  terms: DecisionTerms,
  effect: EffectEstimate,
  rollout: MeasuredRollout,
  panel: Panel,
): Decision {
  const figure = effect.kind === 'estimate' ? effect : null;
  const people = rollout.unit === 'share' ? peopleServed(panel, rollout) : 0;
  const what = rollout.unit === 'share' || rollout.label === null ? '' : ` ${rollout.label}`;
  const width = figure === null ? 1 : figure.upper - figure.lower;
  const found = decide({
    terms,
    effect: figure,
    horizon: effect.horizon,
    treatedUnits: people,
    entryDays: null,
    words:
      rollout.unit === 'share'
        ? { threshold: inPoints, effect: points }
        : {
            threshold: (value) => `${figureText(value)}${what}`,
            effect: (value) => `${changeText(value, width, rollout)}${what}`,
          },
  });
  return figure === null
    ? found
    : { ...found, sentences: [...found.sentences, ...leftUnsaid(terms, people)] };
}

const leftUnsaid = ({ cost, valuePerOutcome }: DecisionTerms, people: number): string[] => [
  ...(cost !== null && people === 0
    ? [
        'Le coût d’un effet supplémentaire n’est pas donné : la table contient des valeurs par territoire, et rien ne dit combien de personnes ont eu le service. Avec numerator et denominator, il le serait.',
      ]
    : []),
  ...(valuePerOutcome !== null
    ? [
        'Ce que vaudrait d’attendre n’est pas chiffré : l’incertitude vient surtout du nombre de territoires, que le temps ne change pas.',
      ]
    : []),
];
