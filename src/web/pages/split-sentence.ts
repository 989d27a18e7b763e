/** A headline in two: the figure first, then what it does not say. The second part may be empty. */
export function splitSentence(sentence: string): readonly [string, string] {
  const found = /^(.*?[.!?])\s+(\p{Lu}.*)$/su.exec(sentence);
  return [found?.[1] ?? sentence, found?.[2] ?? ''];
}

/** The figure alone, for a list: without what is said between brackets, which the page of the service gives. */
export function shortSentence(sentence: string): string {
  return splitSentence(sentence)[0].replace(/\s*\([^()]*\)(?=\s|[.,;:]|$)/gu, '');
}
