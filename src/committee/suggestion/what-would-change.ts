import { frenchDay } from '../../platform/french/date.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { normalHalfWidth } from '../../statistics/normal.ts';
import { needed } from './answer.ts';
import { euros } from './knowing.ts';
import { saidAbout } from './said.ts';
import type { Answer, Belief, EffectToJudge, SuggestionInput } from './suggestion.ts';

/** One-sided quantiles of the two ends of the rule. */
const farAbove = normalHalfWidth(2 * needed.accelerate - 1);
const farBelow = normalHalfWidth(1 - 2 * needed.stop);

/** What would make the rule answer otherwise: the threshold, the price, more users, a better comparison, time. */
export function whatWouldChange(
  answer: Answer,
  belief: Belief,
  effect: EffectToJudge,
  input: SuggestionInput,
): { readonly changes: readonly string[]; readonly nextStep: string | null } {
  const known = [...ofMoreUsers(belief, effect, input), ...ofTime(effect)].map(typeset);
  const terms = [...ofThreshold(answer, belief, effect, input), ...ofPrice(belief, input)].map(typeset);
  return { changes: [...terms, ...known], nextStep: known.at(-1) ?? null };
}

function ofThreshold(
  answer: Answer,
  { mean, sd }: Belief,
  effect: EffectToJudge,
  { threshold }: SuggestionInput,
): string[] {
  if (threshold === null) return [];
  const said = (value: number) => saidAbout(value, effect);
  const sure = mean - farAbove * sd;
  if (answer === 'accelerate')
    return [`Un seuil de plus de ${said(sure)} : on ne serait plus assez sûr de le dépasser.`];
  const excluded = mean + farBelow * sd;
  if (answer === 'stop')
    return excluded <= 0
      ? []
      : [`Un seuil de moins de ${said(excluded)} : on ne pourrait plus exclure que l’effet l’atteigne.`];
  return sure > 0 ? [`Un seuil de ${said(sure)} ou moins : on serait assez sûr de le dépasser.`] : [];
}

function ofPrice(
  { mean }: Belief,
  { valuePerOutcome, costPerYear, usersPerYear }: SuggestionInput,
): string[] {
  if (valuePerOutcome === null || costPerYear === null || usersPerYear === null || usersPerYear <= 0)
    return [];
  const worth = valuePerOutcome * mean;
  const cost = costPerYear / usersPerYear;
  if (worth <= 0) return [];
  return [
    cost < worth
      ? `Un coût de plus de ${euros(worth)} par usager, au lieu de ${euros(cost)} : l’effet estimé ne le vaudrait plus.`
      : `Un coût de moins de ${euros(worth)} par usager, au lieu de ${euros(cost)} : l’effet estimé le vaudrait.`,
  ];
}

/** Users to follow until the figure lies clear of the threshold, were it right; none when it is clear, or never would be. */
function ofMoreUsers(
  { mean, sampling, hiddenBias }: Belief,
  effect: EffectToJudge,
  input: SuggestionInput,
): string[] {
  const { threshold, usersPerYear } = input;
  if (threshold === null) return [];
  const room = Math.abs(mean - threshold) / (mean > threshold ? farAbove : farBelow);
  if (Math.hypot(sampling, hiddenBias) <= room) return [];
  if (hiddenBias >= room)
    return [
      'Une meilleure comparaison, par tirage au sort ou par étapes : avec celle-ci, une différence cachée reste possible, et plus d’usagers n’y changerait rien.',
    ];
  if (effect.users === null || effect.users <= 0 || room === 0) return [];
  const more = effect.users * (sampling ** 2 / (room ** 2 - hiddenBias ** 2) - 1);
  const years = usersPerYear === null || usersPerYear <= 0 ? null : more / usersPerYear;
  if (years === null ? more > 100 * effect.users : years > 5)
    return [
      'Même cinq ans d’usagers de plus ne suffiraient pas : l’effet est trop proche du seuil pour les départager.',
    ];
  const when =
    years === null
      ? ''
      : `, soit ${years < 1 ? `environ ${frenchNumber(Math.max(1, Math.ceil(years * 12)))}${tied}mois` : `un peu plus de ${frenchNumber(Math.floor(years))}${tied}${years < 2 ? 'an' : 'ans'}`} d’entrées`;
  return [
    `Environ ${frenchNumber(Number(more.toPrecision(2)))} usagers suivis de plus${when} : si l’effet est bien celui estimé, on pourrait conclure.`,
  ];
}

const ofTime = ({ pending }: EffectToJudge): string[] =>
  pending === null
    ? []
    : [
        `Le chiffre à ${plainDuration(pending.horizon)}, qui n’est pas encore mûr${pending.day === null ? '' : ` (attendu le ${frenchDay(pending.day)})`}.`,
      ];
