import { frenchDay } from '../../platform/french/date.ts';
import { within } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import { betweenText, figureText } from './figure-text.ts';
import type { MeasuredRollout } from './measured-rollout.ts';

/** What the sentence says of the comparison itself. */
type RolloutSaid = Pick<
  MeasuredRollout,
  'design' | 'method' | 'horizon' | 'unit' | 'label' | 'identification' | 'startsAt'
>;

export interface RolloutHeadlineFacts {
  readonly effect: EffectEstimate;
  readonly rollout: RolloutSaid;
  readonly service: string;
  readonly indicator: string;
  /** ISO day; null when nothing says until when values are known. */
  readonly knownThrough: string | null;
  /** Of whom, after « Sur 100 »; what happens to them, plural. */
  readonly subjectPhrase?: string;
  readonly outcomePhrase?: string;
}

/**
 * The sentence of a comparison by rollout: how much more (or less), with and without, or that the data cannot tell;
 * then what such a comparison leaves open. A refusal is its own sentence.
 */
export function rolloutHeadline(facts: RolloutHeadlineFacts): string {
  const { effect, rollout, indicator } = facts;
  if (effect.kind === 'insufficient')
    return typeset(`${indicator} : ${effect.sentence.charAt(0).toLowerCase()}${effect.sentence.slice(1)}`);
  const clear = effect.lower > 0 || effect.upper < 0;
  const first = !clear
    ? cannotTell(facts, effect)
    : rollout.unit === 'share'
      ? ofPeople(facts, effect)
      : ofValues(facts, effect);
  return typeset(`${first} ${caution(rollout)}`);
}

/** « Sur 100 personnes, entre 2 et 5 de plus que sans le service sont embauchées dans les six mois : 18 au lieu de 14. » */
function ofPeople(facts: RolloutHeadlineFacts, effect: EffectFigure): string {
  const { rollout, indicator, subjectPhrase, outcomePhrase } = facts;
  const [near = 0, far = 0] = [Math.abs(effect.lower), Math.abs(effect.upper)].sort((a, b) => a - b);
  const base =
    [100, 1_000, 10_000, 100_000].find((b) => Math.round(near * b) >= 1 && legible(near, far, b)) ??
    1_000_000;
  const people = (share: number): string => frenchNumber(Math.round(share * base));
  const more = effect.value > 0 ? 'plus' : 'moins';
  const start = outcomePhrase === undefined ? `${indicator} : sur` : 'Sur';
  const when = rollout.horizon === null ? '' : ` ${within(rollout.horizon)}`;
  return (
    `${start} ${frenchNumber(base)} ${subjectPhrase ?? 'personnes'}, entre ${people(near)} et ${people(far)} de ${more} que sans le service ` +
    `${outcomePhrase ?? 'sont dans ce cas'}${when} : ${people(effect.withService)} au lieu de ${people(effect.withoutService)}${known(facts)}.`
  );
}

const legible = (near: number, far: number, base: number): boolean =>
  Math.round(near * base) < Math.round(far * base);

/** « Sorties de vacance : entre 2,8 et 7,2 de plus que sans le service, en moyenne : 49,7 au lieu de 44,7. » */
function ofValues(facts: RolloutHeadlineFacts, effect: EffectFigure): string {
  const { rollout, indicator } = facts;
  const width = effect.upper - effect.lower;
  const [near = 0, far = 0] = [Math.abs(effect.lower), Math.abs(effect.upper)].sort((a, b) => a - b);
  const what = rollout.label === null ? '' : ` ${rollout.label}`;
  return (
    `${indicator} : entre ${figureText(near, width)} et ${figureText(far, width)}${what} de ${effect.value > 0 ? 'plus' : 'moins'} que sans le service, ` +
    `en moyenne ${span(rollout)} : ${figureText(effect.withService, width)} au lieu de ${figureText(effect.withoutService, width)}${known(facts)}.`
  );
}

const span = ({ startsAt }: RolloutSaid): string =>
  startsAt === null ? 'depuis son arrivée dans chaque territoire' : 'depuis son arrivée';

function cannotTell(facts: RolloutHeadlineFacts, effect: EffectFigure): string {
  const { rollout, indicator, service } = facts;
  const when = rollout.horizon === null ? '' : ` ${within(rollout.horizon)}`;
  const what = rollout.unit === 'share' || rollout.label === null ? '' : ` ${rollout.label}`;
  return `${indicator} : à ce jour, les données ne permettent pas de dire si ${service} change quelque chose${when} : l’effet est compris ${betweenText(effect.lower, effect.upper, rollout)}${what}${known(facts)}.`;
}

function caution({ design, identification, method }: RolloutSaid): string {
  if (design === 'before-after')
    return 'C’est un avant-après : une autre cause survenue au même moment ne peut pas être écartée.';
  const same =
    method === 'synthetic-control'
      ? 'Un événement propre à ce territoire, au même moment, serait compté comme un effet.'
      : 'Une autre cause arrivée aux mêmes endroits au même moment serait comptée comme un effet.';
  return identification.status === 'partly' ? `${identification.sentence} ${same}` : same;
}

/** What the interval is worth when it cannot reach 95 %, and until when values are known. */
function known({ knownThrough, effect }: RolloutHeadlineFacts): string {
  const parts = [
    ...(effect.level < 0.95 ? [`intervalle à ${frenchNumber(effect.level * 100)} % seulement`] : []),
    ...(knownThrough === null ? [] : [`valeurs connues jusqu’au ${frenchDay(knownThrough)}`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(' ; ')})`;
}
