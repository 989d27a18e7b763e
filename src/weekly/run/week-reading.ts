/** What a week's run found, in French sentences; nothing of any person. */
export interface WeekReading {
  /** What changed since the last run, what counts most first. */
  readonly moved: readonly Line[];
  /** What became known: first figures, cohorts followed to the end, a register complete further. */
  readonly matured: readonly Line[];
  /** What is late, missing or broken, and what to do. */
  readonly broken: readonly Line[];
  /** Runs in a row, this one included, in which a source brought nothing new. */
  readonly silent: Readonly<Record<string, number>>;
}

export interface Line {
  /** The indicator or the source it is about, as screens name it. */
  readonly about: string;
  /** `real`: more than chance; `noise`: within chance; `broken`: must be mended; `known`: a plain fact. */
  readonly kind: 'real' | 'noise' | 'known' | 'broken' | 'late';
  readonly sentence: string;
}
