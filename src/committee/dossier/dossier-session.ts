import type { DecisionKind, ResultVerdict } from '../../platform/database/tables/committees.ts';

/** What a dossier says of the committee itself, beside the evidence. Days are `YYYY-MM-DD`. */
export interface DossierSession {
  readonly plannedOn: string;
  readonly moneyEndsOn: string | null;
  readonly question: string | null;
  /** The committee that decided last before this one; null: none did here. */
  readonly previous: {
    readonly day: string;
    readonly conditions: readonly SaidCondition[];
  } | null;
  readonly lastObjectives: readonly {
    readonly text: string;
    readonly dueOn: string;
    readonly result: { readonly verdict: ResultVerdict; readonly word: string } | null;
  }[];
  /** Proposed for the time after. */
  readonly objectives: readonly { readonly text: string; readonly dueOn: string }[];
  readonly decision: {
    readonly kind: DecisionKind;
    readonly reason: string;
    /** Euros. */
    readonly amount: number | null;
    readonly moneyUntil: string | null;
    readonly decidedOn: string;
    readonly conditions: readonly SaidCondition[];
  } | null;
  /** Why it will not decide, and since when. */
  readonly closed: { readonly reason: string; readonly day: string } | null;
}

export interface SaidCondition {
  readonly text: string;
  readonly dueOn: string;
  readonly answer: { readonly isMet: boolean; readonly word: string } | null;
}
