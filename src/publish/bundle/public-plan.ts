import type { Indicator, Plan, Source } from '../../plan/plan.ts';

/** The plan as the public reads it: what is measured and how, without where the files are. */
export interface PublicPlan {
  /** SHA-256 of the whole plan, files included. */
  readonly hash: string;
  readonly indicators: readonly Indicator[];
  readonly sources: Readonly<Record<string, PublicSource>>;
}

export type PublicSource = Pick<
  Source,
  'kind' | 'where' | 'matchingRight' | 'completeThrough' | 'attributes'
>;

/** `only`: the indicators published. */
export function publicPlan(plan: Plan, hash: string, only: readonly string[]): PublicPlan {
  return {
    hash,
    indicators: plan.indicators.filter(({ id }) => only.includes(id)),
    sources: Object.fromEntries(
      Object.entries(plan.sources).map(
        ([name, { kind, where, matchingRight, completeThrough, attributes }]) => [
          name,
          { kind, where, matchingRight, completeThrough, attributes },
        ],
      ),
    ),
  };
}
