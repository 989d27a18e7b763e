import { typeset } from './typography.ts';

/** A sentence under the name of its indicator, which it need not say again. */
export function underName(name: string, sentence: string): string {
  const start = typeset(`${name} : `);
  const said = typeset(sentence);
  if (!said.startsWith(start)) return said;
  const rest = said.slice(start.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}
