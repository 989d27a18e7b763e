import { chances as said } from '../../measure/comparison/chances.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { breakEven } from './answer.ts';
import { hiddenCauseStrength } from './belief.ts';
import { saidAbout, saidEffect, saidLevel } from './said.ts';
import type { Because, Belief, Chances, EffectToJudge, SuggestionInput } from './suggestion.ts';

/** The reason first said, in one sentence. */
export function reasonSentence(because: Because, { positive }: Chances, effect: EffectToJudge): string {
  switch (because) {
    case 'above-both':
      return 'L’effet est assez grand pour compter : les données suggèrent d’accélérer.';
    case 'leaning-above':
      return 'L’effet est sans doute assez grand pour compter, sans que ce soit sûr : les données suggèrent de continuer, et de continuer à mesurer.';
    case 'leaning-below':
      return 'L’effet est sans doute trop petit pour compter, sans que ce soit sûr : les données suggèrent de ralentir, et de continuer à mesurer.';
    case 'too-costly':
      return 'L’effet compte, mais il coûte sans doute plus qu’il ne vaut : les données suggèrent de ralentir, ou de faire baisser le coût.';
    case 'worth-yet-below':
      return 'L’effet vaut sans doute ce qu’il coûte, mais reste sous le seuil fixé : les deux repères se contredisent. Les données suggèrent de ralentir, le temps de revoir le seuil ou la valeur donnée à un effet.';
    case 'below':
      return 'L’effet n’atteint pas ce qui compterait : les données suggèrent d’arrêter.';
    case 'too-small-to-matter':
      return 'L’effet, s’il existe, est trop petit pour compter au regard du seuil fixé : les données suggèrent d’arrêter.';
    case 'harm':
      return 'Avec le service, l’effet recherché arrive moins souvent que sans lui : le service fait plus de mal que de bien. Les données suggèrent d’arrêter.';
    case 'too-early-to-stop':
      return `${positive !== null && positive <= 0.05 ? 'À ce jour, l’effet recherché arrive moins souvent avec le service que sans lui' : 'À ce jour, l’effet n’atteint pas ce qui compterait'}, mais il n’est connu qu’à ${plainDuration(effect.horizon)} et peut venir plus tard : les données suggèrent de ralentir sans arrêter.`;
    case 'no-threshold':
      return 'Personne n’a dit quel effet serait assez grand pour compter, ni ce qu’il vaut : les données ne peuvent pas répondre à cette place.';
    default:
      return 'Les données ne tranchent pas : l’effet peut être assez grand pour compter, ou trop petit. Ce n’est pas une raison d’arrêter.';
  }
}

/** « 87 chances sur 100 que l’effet dépasse le seuil fixé (+1,0 point)… » */
export function chanceSentences(
  { positive, aboveThreshold, worthItsCost }: Chances,
  effect: EffectToJudge,
  input: SuggestionInput,
): readonly string[] {
  const even = breakEven(input);
  return [
    ...(aboveThreshold === null || input.threshold === null
      ? []
      : [
          `${capital(said(aboveThreshold))} que l’effet dépasse le seuil fixé (${saidLevel(input.threshold, effect)}).`,
        ]),
    ...(positive === null
      ? []
      : [
          `${capital(said(positive))} qu’il soit positif ; estimation : ${saidEffect(effect.value, effect)}.`,
        ]),
    ...(worthItsCost === null || even === null
      ? []
      : [
          `${capital(said(worthItsCost))} qu’il vaille ce que le service coûte, soit un effet d’au moins ${saidLevel(even, effect)} par usager.`,
        ]),
  ];
}

/** How the weakness of the comparison was counted; none for a draw at random whose checks pass. */
export function biasSentence(
  { sampling, hiddenBias }: Belief,
  effect: EffectToJudge,
  { level, failedChecks }: SuggestionInput,
): readonly string[] {
  if (hiddenBias === 0) return [];
  const strength = frenchNumber(hiddenCauseStrength(level), level === 4 ? 2 : 1);
  const failed =
    failedChecks.length === 0 ? '' : ' Un contrôle non passé a fait baisser le niveau de preuve.';
  return [
    `La comparaison ne vient pas d’un tirage au sort sans accroc (niveau de preuve ${level} sur 5). Une cause cachée qui multiplierait par ${strength} les chances d’utiliser le service et celles de l’effet fausserait l’écart d’environ ${saidAbout(hiddenBias, effect)}, dans un sens ou dans l’autre${hiddenBias > sampling ? ' : c’est plus que l’erreur due au hasard' : ''}. Les chances ci-dessus en tiennent compte.${failed}`,
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
