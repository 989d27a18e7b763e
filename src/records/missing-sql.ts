/**
 * Whether a text says that there is no value. A pattern rather than a list: DuckDB turns a long `IN` into a join,
 * which it then evaluates on every row, even in the branch of a `CASE` that is hardly ever taken. The length spares
 * the pattern to nearly every text.
 */
export const isMissingSql = (text: string) =>
  `(${text} IS NULL OR (strlen(trim(${text}, ${blanks})) <= 4
    AND regexp_matches(${text}, '^\\s*(null|nan|nat|none)?\\s*$', 'i')))`;

const blanks = "' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13)";
