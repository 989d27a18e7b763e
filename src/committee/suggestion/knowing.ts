import { frenchNumber, tied } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import type { Normal } from '../../statistics/normal-posterior.ts';
import { netBenefit, perfectInformation, valueOfWaiting } from '../../statistics/value-of-information.ts';
import { breakEven } from './answer.ts';
import type { Belief, EffectToJudge, Study, SuggestionInput, ValueOfKnowing } from './suggestion.ts';

/** Months from one committee to the next: how long a further study lasts. */
const studyMonths = 6;

/**
 * What knowing better would cost and be worth before the next committee, for a decision that then holds for a year.
 * More of the same measure moves the belief by its sampling error only, never by the hidden bias; a draw at random sees
 * both, at the price of leaving half of the users of six months without the service.
 */
export function valueOfKnowing(
  belief: Belief,
  effect: EffectToJudge,
  input: SuggestionInput,
): ValueOfKnowing {
  const { usersPerYear, costPerYear, valuePerOutcome, level } = input;
  const missing = missingFor(input);
  if (missing !== null || usersPerYear === null || costPerYear === null || valuePerOutcome === null)
    return unknownValue(missing);
  const gain = netBenefit(belief, { valuePerOutcome, costPerUser: costPerYear / usersPerYear });
  const perfect = perfectInformation(gain) * usersPerYear;
  if (perfect < costPerYear / 100)
    return { perfect, sameMeasure: null, draw: null, sentences: [sameDecision] };
  const users = (usersPerYear * studyMonths) / 12;
  const sameMeasure = moreOfTheSame(gain, belief, effect, valuePerOutcome, users, usersPerYear, level);
  const draw = level === 5 ? null : drawAmong(gain, effect, valuePerOutcome, users, usersPerYear);
  return {
    perfect,
    sameMeasure,
    draw,
    sentences: [
      `Se tromper coûte en moyenne ${euros(perfect)} par an${tied}: aucune étude ne vaut davantage.`,
      ...(sameMeasure === null ? [] : [sentenceOf('Continuer la même mesure', sameMeasure)]),
      ...(draw === null ? [] : [sentenceOf('Tirer au sort qui reçoit le service, parmi ces usagers,', draw)]),
    ].map(typeset),
  };
}

const sameDecision = 'En savoir plus n’apporterait presque rien : la décision serait la même.';

/** `missing`: what would have to be known, in French. */
export const unknownValue = (missing: string | null): ValueOfKnowing => ({
  perfect: null,
  sameMeasure: null,
  draw: null,
  sentences:
    missing === null ? [] : [typeset(`Ce que vaudrait d’en savoir plus n’est pas chiffré : ${missing}`)],
});

function missingFor(input: SuggestionInput): string | null {
  if (input.valuePerOutcome === null) return 'personne n’a dit ce que vaut un effet de plus.';
  if (input.costPerYear === null) return 'le coût du service n’est pas renseigné.';
  if (breakEven(input) === null) return 'le nombre d’usagers par an n’est pas connu.';
  return null;
}

/** Null where time does not add to what is known: territories, or nobody counted. */
function moreOfTheSame(
  gain: Normal,
  { sampling }: Belief,
  effect: EffectToJudge,
  valuePerOutcome: number,
  users: number,
  usersPerYear: number,
  level: number,
): Study | null {
  if (effect.users === null || effect.users <= 0 || level === 4) return null;
  const own = valuePerOutcome * sampling;
  const se = own * Math.sqrt(effect.users / users);
  const found = valueOfWaiting(
    { mean: gain.mean, sd: own },
    { se, usersAfter: usersPerYear, usersMeanwhile: users, cost: 0 },
  );
  return { users, worth: found.gross, forgone: found.forgone };
}

/** Two equal groups; null when the effect is not a share of people. */
function drawAmong(
  gain: Normal,
  { unit, value, withoutService }: EffectToJudge,
  valuePerOutcome: number,
  users: number,
  usersPerYear: number,
): Study | null {
  if (unit !== 'share' || users < 2) return null;
  const [without, served] = [withoutService, withoutService + value].map((share) =>
    Math.min(1, Math.max(0, share)),
  ) as [number, number];
  const variance = (without * (1 - without) + served * (1 - served)) / (users / 2);
  const found = valueOfWaiting(
    gain,
    {
      se: valuePerOutcome * Math.sqrt(variance),
      usersAfter: usersPerYear,
      usersMeanwhile: users / 2,
      cost: 0,
    },
    gain.mean < 0,
  );
  return { users, worth: found.gross, forgone: found.forgone };
}

function sentenceOf(what: string, { users, worth, forgone }: Study): string {
  const start = `${what} jusqu’au prochain comité (${frenchNumber(twoDigits(users))} usagers en six mois)`;
  if (worth < 1) return `${start} ne changerait pas la décision.`;
  const cost =
    forgone < 1
      ? 'sans rien coûter d’autre que la mesure'
      : `et coûterait ${euros(forgone)} d’ici là, en plus de la mesure`;
  const verdict =
    worth > forgone
      ? `à faire si la mesure elle-même coûte moins de ${euros(worth - forgone)}`
      : 'mieux vaut décider maintenant';
  return `${start} apporterait ${euros(worth)}, ${cost} : ${verdict}.`;
}

/** The rest is within the error of what is supposed. */
const twoDigits = (amount: number): number => Number(amount.toPrecision(2));

export const euros = (amount: number): string => `${frenchNumber(twoDigits(amount))}${tied}€`;
