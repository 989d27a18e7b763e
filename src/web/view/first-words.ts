/**
 * The beginning of a sentence, without its full stop: whole when it is short, else up to a comma, else its first words
 * and an ellipsis that says there are more.
 */
export function firstWords(sentence: string, most: number): string {
  const words = sentence.trim().replace(/\.$/, '').split(/\s+/);
  if (words.length <= most) return words.join(' ');
  const kept = words.slice(0, most);
  const comma = kept.findLastIndex((word, index) => index + 1 >= most * 0.55 && /[,;]$/.test(word));
  const start = comma < 0 ? kept.join(' ') : kept.slice(0, comma + 1).join(' ');
  return `${start.replace(/[,;:]$/, '')}${comma < 0 ? '…' : ''}`;
}
