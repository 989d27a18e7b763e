export type SqlValue = string | number | boolean | null;

/** A statement with `?` placeholders and the values bound to them, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const isSql = (part: unknown): part is Sql => typeof part === 'object' && part !== null && 'text' in part;

/**
 * Builds a statement whose interpolations are bound values, or other statements inlined with their own values.
 * Nothing else can enter the text: `sql\`select ${1}\`` gives `{ text: 'select ?', values: [1] }`.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  const values: SqlValue[] = [];
  let text = strings[0] ?? '';
  parts.forEach((part, i) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[i + 1] ?? '';
  });
  return { text, values };
}

/** Statements one after the other, with a separator of ours between them. */
export function joined(
  parts: readonly Sql[],
  separator: ', ' | ',\n' | ' and ' | ' + ' | ' ' | ' union all ',
): Sql {
  return { text: parts.map((p) => p.text).join(separator), values: parts.flatMap((p) => p.values) };
}

/** A quoted identifier; any text is a valid name once quoted. */
export function identifier(...path: readonly string[]): Sql {
  return { text: path.map((name) => `"${name.replaceAll('"', '""')}"`).join('.'), values: [] };
}
