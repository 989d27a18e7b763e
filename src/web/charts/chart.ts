/** A chart is never a picture alone: the message in a sentence, the drawing, and the figures in a table. */
export interface Chart {
  /** The one message, as a sentence: title on the page and name for assistive technologies. */
  readonly sentence: string;
  readonly svg: ChartSvg;
  readonly table: DataTable;
}

/** The same drawing for narrow and wide screens, so that its text is never scaled below 12 px. */
export interface ChartSvg {
  readonly narrow: string;
  readonly wide: string;
}

export interface DataTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names the row. */
  readonly rows: readonly (readonly string[])[];
}
