import { typeset } from '../../platform/french/typography.ts';
import { answerOf, chancesOf } from './answer.ts';
import { beliefOf } from './belief.ts';
import { type Silence, silenceBefore } from './cannot-tell.ts';
import { unknownValue, valueOfKnowing } from './knowing.ts';
import { biasSentence, chanceSentences, reasonSentence } from './reasons.ts';
import { ruleVersion, type Suggestion, type SuggestionInput } from './suggestion.ts';
import { whatWouldChange } from './what-would-change.ts';
import { answerWords, shortReasons } from './words.ts';

/**
 * What the evidence suggests to who decides, with its reasons: a suggestion, never a verdict. The same input gives the
 * same answer. It says it cannot tell, and what would let it, rather than take missing evidence for a missing effect.
 * Rule and cut-offs: docs/decisions/0011; what it is worth: docs/regle-de-suggestion.md.
 */
export function suggest(input: SuggestionInput): Suggestion {
  const { figure, level } = input;
  const silence = silenceBefore(input);
  const belief = figure.kind === 'effect' && silence === null ? beliefOf(figure, level) : null;
  if (silence !== null) return silent(silence);
  if (figure.kind === 'nothing' || belief === null || !(belief.sampling > 0)) return silent(noError);
  const chances = chancesOf(belief, input);
  const { answer, because } = answerOf(belief, chances, input, figure.pending);
  const knowing = valueOfKnowing(belief, figure, input);
  const { changes, nextStep } = whatWouldChange(answer, belief, figure, input);
  return {
    rule: ruleVersion,
    answer,
    because,
    words: answerWords[answer],
    short: shortReasons[because],
    reasons: [
      reasonSentence(because, chances, figure),
      ...chanceSentences(chances, figure, input),
      ...biasSentence(belief, figure, input),
    ].map(typeset),
    whatWouldChange: changes,
    nextStep: because === 'no-threshold' ? typeset(askThreshold) : nextStep,
    probability: chances,
    belief,
    valueOfKnowing: knowing,
  };
}

const askThreshold =
  'Demander au commanditaire le plus petit effet qui compte pour lui, et l’écrire dans le plan (decision : threshold).';

const noError: Silence = {
  because: 'not-enough',
  sentence: 'L’écart constaté est donné sans marge d’erreur : on ne peut pas dire s’il vient du hasard.',
  nextStep: 'Attendre plus d’usagers, ou élargir le suivi.',
};

const silent = ({ because, sentence, nextStep }: Silence): Suggestion => ({
  rule: ruleVersion,
  answer: 'cannot-tell',
  because,
  words: answerWords['cannot-tell'],
  short: shortReasons[because],
  reasons: [sentence],
  whatWouldChange: [nextStep],
  nextStep,
  probability: { positive: null, aboveThreshold: null, worthItsCost: null },
  belief: null,
  valueOfKnowing: unknownValue(null),
});
