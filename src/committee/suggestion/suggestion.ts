import type { EvidenceLevel } from '../../measure/measure.ts';
import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import type { InsufficientReason } from '../../statistics/estimate.ts';
import type { Normal } from '../../statistics/normal-posterior.ts';

/** Of the rule: it rises when the same facts would give another answer. */
export const ruleVersion = 1;

/** All the rule looks at: numbers and levels, never a name. Days are ISO `YYYY-MM-DD`; money is in euros. */
export interface SuggestionInput {
  /** The day the question is asked. */
  readonly today: string;
  readonly figure: EffectToJudge | NothingToJudge;
  readonly level: EvidenceLevel;
  /** Names of the checks that failed, in French as the evidence says them. */
  readonly failedChecks: readonly string[];
  /** Smallest effect that counts for the sponsor, in the unit of the effect. */
  readonly threshold: number | null;
  /** What one more outcome is worth. */
  readonly valuePerOutcome: number | null;
  readonly costPerYear: number | null;
  /** Users a year on whom the effect is measured: those offered the service when the effect is of the offer. */
  readonly usersPerYear: number | null;
}

/** What the service changes: value above 0 is the effect sought. */
export interface EffectToJudge extends FigureUnit {
  readonly kind: 'effect';
  readonly value: number;
  readonly standardError: number;
  /** Level reached without the service. */
  readonly withoutService: number;
  /** Days after use at which it is read. */
  readonly horizon: number;
  readonly measuredOn: string;
  /** Users followed in the measure; null when it counts territories or nobody knows. */
  readonly users: number | null;
  /** A later horizon of the plan that cannot be read yet. */
  readonly pending: { readonly horizon: number; readonly day: string | null } | null;
}

export interface NothingToJudge {
  readonly kind: 'nothing';
  readonly reason: 'no-plan' | 'no-measure' | 'no-comparison' | InsufficientReason;
  /** What the measure itself says of it, in French. */
  readonly sentence: string | null;
  /** The day of the next figure, when it is known. */
  readonly nextFigure: string | null;
}

export type Answer = 'accelerate' | 'continue' | 'slow-down' | 'stop' | 'cannot-tell';

/** Why this answer; each has its own sentence. */
export type Because =
  | 'above-both'
  | 'leaning-above'
  | 'leaning-below'
  | 'too-costly'
  | 'worth-yet-below'
  | 'below'
  | 'too-small-to-matter'
  | 'harm'
  | 'too-early-to-stop'
  | 'not-settled'
  | 'no-threshold'
  | 'weak-evidence'
  | 'out-of-date'
  | NothingToJudge['reason'];

/** A reasoned suggestion, never a verdict: plain data, every sentence in French. */
export interface Suggestion {
  readonly rule: number;
  readonly answer: Answer;
  readonly because: Because;
  /** `Accélérer`, `On ne peut pas dire`: for a table or a title. */
  readonly words: string;
  /** The reason in a few words, for a table. */
  readonly short: string;
  readonly reasons: readonly string[];
  readonly whatWouldChange: readonly string[];
  /** What to do now to be able to tell, or to tell better; null: nothing more to ask. */
  readonly nextStep: string | null;
  readonly probability: Chances;
  /** The effect as it is believed, a hidden bias counted; null: nothing to believe. */
  readonly belief: Belief | null;
  readonly valueOfKnowing: ValueOfKnowing;
}

export interface Chances {
  readonly positive: number | null;
  readonly aboveThreshold: number | null;
  /** That the effect is worth what a use costs. */
  readonly worthItsCost: number | null;
}

export interface Belief extends Normal {
  /** Standard error of the figure alone. */
  readonly sampling: number;
  /** Standard deviation of the hidden bias that the design leaves possible. */
  readonly hiddenBias: number;
}

/** Of a decision that holds for a year after the next committee, in euros. */
export interface ValueOfKnowing {
  /** Most that any study can be worth; null: not enough is known to tell. */
  readonly perfect: number | null;
  /** Six more months of the same measure. */
  readonly sameMeasure: Study | null;
  /** A draw at random among the users of the next six months. */
  readonly draw: Study | null;
  readonly sentences: readonly string[];
}

export interface Study {
  readonly users: number;
  /** What its result would be worth to those who come after. */
  readonly worth: number;
  /** What is lost meanwhile, by serving at a loss or by leaving some without the service. */
  readonly forgone: number;
}
