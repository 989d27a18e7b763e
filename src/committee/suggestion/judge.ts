import { answerOf, type Cutoffs, chancesOf, needed } from './answer.ts';
import { beliefOf } from './belief.ts';
import { type Silence, silenceBefore, withoutError } from './cannot-tell.ts';
import type { Answer, Because, Belief, Chances, EffectToJudge, SuggestionInput } from './suggestion.ts';

/** The answer of the rule with what it believed, or why it has none: what `suggest` puts into sentences. */
export type Judgement = Judged | { readonly kind: 'silent'; readonly silence: Silence };

export interface Judged {
  readonly kind: 'judged';
  readonly answer: Answer;
  readonly because: Because;
  readonly effect: EffectToJudge;
  readonly belief: Belief;
  readonly chances: Chances;
}

/** `cutoffs`: how sure one must be, those of the rule unless others are tried. */
export function judge(input: SuggestionInput, cutoffs: Cutoffs = needed): Judgement {
  const { figure, level } = input;
  const silence = silenceBefore(input);
  if (silence !== null) return { kind: 'silent', silence };
  const belief = figure.kind === 'effect' ? beliefOf(figure, level) : null;
  if (figure.kind === 'nothing' || belief === null || !(belief.sampling > 0))
    return { kind: 'silent', silence: withoutError };
  const chances = chancesOf(belief, input);
  return {
    kind: 'judged',
    ...answerOf(belief, chances, input, { pending: figure.pending, cutoffs }),
    effect: figure,
    belief,
    chances,
  };
}
