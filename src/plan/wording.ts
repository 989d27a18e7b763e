/** Items separated by commas, the last by « et » (or the given word). */
export function listText(items: readonly string[], last = 'et'): string {
  const head = items.slice(0, -1);
  return head.length === 0 ? (items[0] ?? '') : `${head.join(', ')} ${last} ${items.at(-1)}`;
}

/** 0.125 gives « 12,5 ». */
export const percent = (share: number): string => Number((share * 100).toFixed(2)).toLocaleString('fr-FR');

/** The text as a sentence: a full stop is added when nothing ends it. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
