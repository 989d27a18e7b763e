/** A headline in two: the figure first, then what it does not say. The second part may be empty. */
export function splitSentence(sentence: string): readonly [string, string] {
  const found = /^(.*?[.!?])\s+(\p{Lu}.*)$/su.exec(sentence);
  return [found?.[1] ?? sentence, found?.[2] ?? ''];
}

/**
 * A headline as a page shows it: the figure, read large, then what it rests on and what it does not say. The estimate
 * in brackets at the end of the figure goes with the rest.
 */
export function headlineParts(sentence: string): readonly [string, string] {
  const [first, rest] = splitSentence(headlineSentence(sentence));
  const found = /^(.*\S)\s\((estimation.*)\)\.$/su.exec(first);
  if (found === null) return [first, rest];
  const [, figure = '', details = ''] = found;
  return [`${figure}.`, `${details.charAt(0).toUpperCase()}${details.slice(1)}. ${rest}`.trim()];
}

/** The figure alone, for a list: without what is said between brackets, which the page of the service gives. */
export function shortSentence(sentence: string): string {
  return splitSentence(sentence)[0].replace(/\s*\([^()]*\)(?=\s|[.,;:]|$)/gu, '');
}

/** A headline without what the page says beside it: example, last day known. */
export function headlineSentence(sentence: string): string {
  return sentence.replace(/\s\((?:démonstration|effets connus jusqu’au [^()]*)\)/gu, '');
}
