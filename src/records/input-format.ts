/** How a file is written, once looked at. */
export type InputFormat = TextFormat | { readonly type: 'parquet'; readonly columns: readonly string[] };

export type Compression = 'none' | 'gzip' | 'zstd';
/** `windows-1252` is Latin-1 with signs such as € and ’ where Latin-1 has none; DuckDB only reads the latter. */
export type Encoding = 'utf-8' | 'latin-1' | 'windows-1252';

interface TextBase {
  readonly compression: Compression;
  readonly encoding: Encoding;
  /** Whether lines end sometimes with CR LF, sometimes with LF alone. */
  readonly mixedLineEnds: boolean;
}

export interface CsvFormat extends TextBase {
  readonly type: 'csv';
  readonly delimiter: string;
  readonly columns: readonly string[];
}

export interface JsonFormat extends TextBase {
  readonly type: 'json-lines' | 'json-array';
  /** Keys seen in the first objects, with those of inner objects as dotted paths. */
  readonly columns: readonly string[];
  /** Keys of the outer object that hold a dot themselves. */
  readonly dottedKeys: readonly string[];
}

export type TextFormat = CsvFormat | JsonFormat;
