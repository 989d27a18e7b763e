/** What a sponsor reads in five minutes, in plain French: one page of sentences, then the proofs. */
export interface Dossier {
  readonly title: string;
  /** Which committee, of whom, when. */
  readonly subtitle: string;
  /** What must be known before reading: a draft, invented figures, a figure not published. */
  readonly notices: readonly string[];
  readonly front: readonly Section[];
  readonly proofs: readonly Section[];
  /** At the foot of each printed page. */
  readonly foot: { readonly left: string; readonly hash: string | null };
  /** `YYYY-MM-DD`: the day of what is said. */
  readonly day: string;
}

export interface Section {
  /** In an address: `#cout`. */
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** The pieces a section is made of, which pages and print each draw their own way. */
export type Block =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'level'; readonly level: 0 | 1 | 2 | 3 | 4 | 5; readonly line: string }
  | { readonly kind: 'table'; readonly table: DossierTable }
  | { readonly kind: 'effects'; readonly chart: EffectsChart }
  /** Decisions still to be taken: ticked by hand on paper. */
  | { readonly kind: 'choices'; readonly choices: readonly string[] };

export interface DossierTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names the row. */
  readonly rows: readonly (readonly string[])[];
}

/** A dot and its interval for each effect, in `unit`, with the same figures as a table. */
export interface EffectsChart {
  /** The message, in one sentence. */
  readonly sentence: string;
  readonly unit: string;
  readonly effects: readonly {
    readonly name: string;
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly text: string;
  }[];
  readonly threshold: { readonly value: number; readonly name: string } | null;
  readonly table: DossierTable;
}

export const text = (said: string): Block => ({ kind: 'text', text: said });
export const note = (said: string): Block => ({ kind: 'note', text: said });
export const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
