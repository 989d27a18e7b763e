import { counted } from '../platform/french/number.ts';
import {
  type Case,
  caseDelays,
  caseDomains,
  caseMethods,
  factsOf,
  outcomeSources,
  traps,
} from '../portfolio/cases/case.ts';
import { workedExample } from '../portfolio/cases/examples/worked-example.ts';
import { wrap } from './wrap.ts';

const width = 98;

/** One case a paragraph: its identifier, its effect, how it is seen. */
export function caseListText(found: readonly Case[]): string {
  if (found.length === 0)
    return 'Aucun cas ne correspond. Essayez un mot plus court, ou retirez une option.\n';
  const items = found.map(({ id, name, effect, method, delay, outcome }) =>
    [
      `${id} — ${name}`,
      ...indented(effect.statement),
      ...indented(`${caseMethods[method]} ; ${caseDelays[delay]} ; ${seenBy(outcome)}`),
    ].join('\n'),
  );
  const after = `${counted(found.length, 'cas', 'cas')}. « foulee cases show <cas> » le raconte, « foulee cases plan <cas> > impact.yaml » en écrit le plan de départ.`;
  return `${[...items, wrap(after, width).join('\n')].join('\n\n')}\n`;
}

const seenBy = (outcome: Case['outcome']): string =>
  outcome === 'none' ? 'personne ne le voit encore' : `vu par ${outcomeSources[outcome]}`;

/** A case told whole. */
export function caseText(example: Case): string {
  const { id, name, organisation, mission, effect, method, delay, outcome, trap } = example;
  const parts: readonly (readonly [string, string])[] = [
    ['Mission', mission],
    ['Effet recherché', `${effect.statement} Pour qui : ${effect.beneficiaries}.`],
    ['Ce qui est mesuré', example.measured],
    ['Comment', example.how],
    ['Méthode', `${caseMethods[method]} (${caseDomains[effect.domain]})`],
    [
      'Où cela se voit',
      outcome === 'none' ? example.outcomeSource : `${example.outcomeSource} (${outcomeSources[outcome]})`,
    ],
    ['Au bout de', caseDelays[delay]],
    ['Ce qui a trompé', `${traps[trap]}. ${example.wentWrong}`],
    ['À retenir', example.lesson],
    ['D’où viennent ces faits', factsOf(example).join(' ; ')],
  ];
  const ours = example.partlyOurs
    ? [
        '',
        ...wrap(
          'Ce qui est mesuré, ou quand, est en partie notre lecture : la fiche ne dit pas tout.',
          width,
        ),
      ]
    : [];
  return `${[
    `${name} — ${organisation}`,
    ...parts.flatMap(([title, text]) => ['', title, ...indented(text)]),
    ...ours,
    '',
    `Pour en partir : foulee cases plan ${id} > impact.yaml`,
    ...(workedExample(id) === null
      ? []
      : [`Le cas travaillé jusqu’au chiffre, à refaire : foulee cases example ${id} exemple`]),
  ].join('\n')}\n`;
}

const indented = (text: string): string[] => wrap(text, width - 2).map((line) => `  ${line}`);
