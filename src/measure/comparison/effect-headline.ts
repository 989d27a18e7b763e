import type { Comparison, DecisionTerms } from '../../plan/plan.ts';
import { frenchDay, frenchPeriod } from '../../platform/french/date.ts';
import { within } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { ofMany, typeset } from '../../platform/french/typography.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { EffectEstimate, EffectFigure } from '../../statistics/effect-estimate.ts';
import { equivalence } from '../../statistics/equivalence.ts';
import { pointsBetween, threshold as thresholdText } from './points.ts';

export interface EffectHeadlineFacts {
  readonly effect: EffectEstimate;
  readonly comparison: Comparison;
  readonly decision: DecisionTerms | null;
  readonly service: string;
  readonly indicator: string;
  /** Units compared, and days over which they entered; null without dates. */
  readonly units: number;
  readonly entryDays: number | null;
  /** Last day for which outcomes are complete, days since 1970-01-01; null when durations are given. */
  readonly coverage: number | null;
  readonly subjectPhrase?: string;
  readonly outcomePhrase?: string;
}

/**
 * The sentence of a compared measure: how many more (or fewer) people, with and without; or that the data cannot tell,
 * and what would; or that the effect is too small to matter. A refusal is its own sentence.
 */
export function effectHeadline(facts: EffectHeadlineFacts): string {
  const { effect, decision } = facts;
  if (effect.kind === 'insufficient') return typeset(`${facts.indicator} : ${uncapital(effect.sentence)}`);
  const threshold = decision?.threshold ?? null;
  const small =
    threshold !== null &&
    threshold > 0 &&
    equivalence(effect.value, effect.standardError, threshold).verdict === 'too-small-to-matter';
  const clear = effect.lower > 0 || effect.upper < 0;
  const sentence = clear
    ? `${moreOrFewer(facts, effect)}${small ? tooSmall(threshold) : ''}`
    : small
      ? nearNothing(facts, effect, threshold)
      : cannotTell(facts, effect, threshold);
  return typeset(`${sentence}${caution(facts)}`);
}

/** « Sur 1 000 personnes, entre 15 et 33 de plus qu'en son absence sont embauchées dans les six mois : 122 au lieu de 98. » */
function moreOrFewer(facts: EffectHeadlineFacts, effect: EffectFigure): string {
  const positive = effect.value > 0;
  const [near, far] = [Math.abs(effect.lower), Math.abs(effect.upper)].sort((a, b) => a - b);
  const base = baseOf(near ?? 0, far ?? 0, effect);
  const number = (share: number) => frenchNumber(Math.round(share * base));
  const where = facts.comparison.design === 'randomised' ? 'que dans l’autre groupe' : 'que sans le service';
  return (
    `${facts.outcomePhrase === undefined ? `${facts.indicator} : s` : 'S'}ur ${frenchNumber(base)} ${who(facts)}, ` +
    `entre ${number(near ?? 0)} et ${number(far ?? 0)} de ${positive ? 'plus' : 'moins'} ${where} ` +
    `${facts.outcomePhrase ?? 'sont dans ce cas'} ${within(effect.horizon)} : ` +
    `${number(effect.withService)} au lieu de ${number(effect.withoutService)}${known(facts)}.`
  );
}

function cannotTell(facts: EffectHeadlineFacts, effect: EffectFigure, threshold: number | null): string {
  const { indicator, service, subjectPhrase, outcomePhrase } = facts;
  const start =
    subjectPhrase === undefined || outcomePhrase === undefined
      ? `${indicator} : à ce jour, les données ne permettent pas de dire si ${service} change quelque chose`
      : `À ce jour, les données ne permettent pas de dire si plus ${ofMany(subjectPhrase)} ${outcomePhrase} grâce à ${service}`;
  return `${start} ${within(effect.horizon)} : l’effet est compris ${pointsBetween(effect.lower, effect.upper)}${known(facts)}.${toSettle(facts, effect, threshold)}`;
}

/**
 * Units needed to see, four times in five, an effect of the size of the threshold (one point without one); or that the
 * interval leaves that size out already, so that nothing more is needed to know it is not reached.
 */
function toSettle(facts: EffectHeadlineFacts, effect: EffectFigure, threshold: number | null): string {
  if (threshold !== null && threshold > 0 && effect.upper < threshold)
    return ` Un effet de ${thresholdText(threshold)}, le plus petit qui compterait, est déjà écarté.`;
  const size = threshold !== null && threshold > 0 ? threshold : 0.01;
  const needed = facts.units * ((2.8 * effect.standardError) / size) ** 2;
  const more = needed - facts.units;
  if (more < 1) return '';
  const rounded = Number(more.toPrecision(more < 1000 ? 1 : 2));
  const { coverage, entryDays } = facts;
  const days = entryDays === null ? null : (more / facts.units) * entryDays;
  const when =
    coverage === null || days === null || days > 3650
      ? ''
      : `, soit vers ${frenchPeriod(isoDay(Math.ceil(coverage + days)).slice(0, 7))} au rythme actuel`;
  return ` Pour trancher sur un effet de ${thresholdText(size)}, il faudrait en suivre environ ${frenchNumber(rounded)} de plus${when}.`;
}

function nearNothing(facts: EffectHeadlineFacts, effect: EffectFigure, threshold: number | null): string {
  const most = Math.max(Math.abs(effect.lower), Math.abs(effect.upper));
  const { indicator, subjectPhrase, outcomePhrase } = facts;
  const start =
    subjectPhrase === undefined || outcomePhrase === undefined
      ? `${indicator} : avec ou sans le service, à peu près le même résultat ${within(effect.horizon)}`
      : `Avec ou sans le service, à peu près autant ${ofMany(subjectPhrase)} ${outcomePhrase} ${within(effect.horizon)}`;
  return `${start} : s’il y a un effet, il est inférieur à ${roundedUp(most)}, dans un sens ou dans l’autre, trop peu pour compter au regard du seuil fixé (${thresholdText(threshold ?? 0)})${known(facts)}.`;
}

/** A bound never said smaller than it is, with one decimal when it is of some size. */
const roundedUp = (share: number): string =>
  thresholdText(share < 0.002 ? share : Math.ceil(share * 1000 - 1e-9) / 1000);

const tooSmall = (threshold: number | null): string =>
  ` C’est trop peu pour compter au regard du seuil fixé (${thresholdText(threshold ?? 0)}).`;

/** What the figure does not say. */
function caution({ comparison, effect }: EffectHeadlineFacts): string {
  if (effect.kind === 'insufficient' || comparison.design === 'randomised') return '';
  return ' Les groupes n’ont pas été tirés au sort : une différence cachée reste possible.';
}

const known = ({ coverage }: EffectHeadlineFacts): string =>
  coverage === null ? '' : ` (effets connus jusqu’au ${frenchDay(isoDay(coverage))})`;

function who({ subjectPhrase, comparison, service }: EffectHeadlineFacts): string {
  if (subjectPhrase !== undefined) return subjectPhrase;
  if (comparison.design === 'randomised') return 'personnes tirées au sort pour le service';
  return comparison.estimand === 'ate' ? 'personnes' : `personnes qui ont utilisé ${service}`;
}

/** The smallest round number of people in which the ends of the interval, and with and without, differ. */
function baseOf(near: number, far: number, effect: EffectFigure): number {
  const whole = (share: number, base: number) => Math.round(share * base);
  const legible = (base: number) =>
    whole(near, base) >= 1 &&
    whole(near, base) < whole(far, base) &&
    whole(effect.withService, base) !== whole(effect.withoutService, base);
  return [100, 1000, 10_000, 100_000].find(legible) ?? 1_000_000;
}

const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
