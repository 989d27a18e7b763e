import { typeset } from '../../platform/french/typography.ts';
import type { Silence } from './cannot-tell.ts';
import { judge } from './judge.ts';
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
  const found = judge(input);
  if (found.kind === 'silent') return silent(found.silence);
  const { answer, because, effect, belief, chances } = found;
  const { changes, nextStep } = whatWouldChange(answer, belief, effect, input);
  return {
    rule: ruleVersion,
    answer,
    because,
    words: answerWords[answer],
    short: shortReasons[because],
    reasons: [
      reasonSentence(because, chances, effect),
      ...chanceSentences(chances, effect, input),
      ...biasSentence(belief, effect, input),
    ].map(typeset),
    whatWouldChange: changes,
    nextStep: because === 'no-threshold' ? typeset(askThreshold) : nextStep,
    probability: chances,
    belief,
    valueOfKnowing: valueOfKnowing(belief, effect, input),
  };
}

const askThreshold =
  'Demander au sponsor le plus petit effet qui compte pour lui : il le fixe depuis le comité, ou l’équipe l’écrit dans le plan.';

function silent({ because, said }: Silence): Suggestion {
  const { sentence, nextStep } = said();
  return {
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
  };
}
