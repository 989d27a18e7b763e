import { percentText } from './percent-text.ts';

/** Which part of the budget counts for one indicator, as somebody wrote it, with their reason. */
export interface Allocation {
  readonly id: string;
  readonly indicator: string;
  /** Of the whole budget, 0 to 1. */
  readonly share: number;
  readonly reason: string;
  /** ISO 8601. */
  readonly recordedAt: string;
}

export interface AllocatedShare {
  /** Of the whole budget, 0 to 1. */
  readonly share: number;
  /** Why, as it was written; null: nobody wrote a rule. */
  readonly reason: string | null;
  /** In French, what is counted and why. */
  readonly sentence: string;
}

/**
 * The part of the budget that counts for an indicator. Once a rule is written, only what it names counts; without any,
 * the whole budget counts for the main effect, and nothing for the others.
 */
export function allocatedShare(
  allocations: readonly Allocation[],
  indicator: string,
  main: string | null,
): AllocatedShare {
  const written = allocations.find((one) => one.indicator === indicator);
  if (written !== undefined) {
    const { share, reason } = written;
    return {
      share,
      reason,
      sentence: `${percentText(share)} du budget est compté pour cet effet : ${reason}`,
    };
  }
  if (allocations.length > 0) {
    const sentence = 'La répartition du budget écrite par l’équipe ne donne rien à cet effet.';
    return { share: 0, reason: null, sentence };
  }
  return indicator === main
    ? {
        share: 1,
        reason: null,
        sentence:
          'Tout le budget est compté pour cet effet, le principal : l’équipe n’a pas écrit d’autre répartition.',
      }
    : {
        share: 0,
        reason: null,
        sentence:
          'Tout le budget est compté pour l’effet principal, rien pour celui-ci : l’équipe n’a pas écrit d’autre répartition.',
      };
}
