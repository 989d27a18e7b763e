/** What the table to hand over shows, and how it protects people. */
export interface TableQuestion {
  /** Names of the sides crossed to make the lines: `cohort`, `arm`, or a breakdown of the plan. */
  readonly rows: readonly string[];
  /** Name of the side the columns follow; `outcome`, what is known at the horizon, by default. */
  readonly column: string;
  /** Days after the index day; one of the horizons of the plan. */
  readonly horizon: number;
  readonly protection: Protection;
  /** Fewest units a shown count may count, 0 set apart. */
  readonly threshold: number;
}

export type Protection = { readonly kind: 'suppress' } | { readonly kind: 'round'; readonly base: number };
