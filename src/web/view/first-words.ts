/** The first words of a sentence, without its full stop; an ellipsis says that there are more. */
export function firstWords(sentence: string, most: number): string {
  const words = sentence.trim().replace(/\.$/, '').split(/\s+/);
  return words.length <= most
    ? words.join(' ')
    : `${words
        .slice(0, most)
        .join(' ')
        .replace(/[,;:]$/, '')}…`;
}
