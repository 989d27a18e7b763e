/**
 * Whether a text says that there is no value. A pattern rather than a list: DuckDB turns a long `IN` into a join,
 * which it then evaluates on every row, even in the branch of a `CASE` that is hardly ever taken.
 */
export const isMissingSql = (text: string) =>
  `(${text} IS NULL OR regexp_matches(${text}, '^\\s*(null|nan|nat|none)?\\s*$', 'i'))`;
