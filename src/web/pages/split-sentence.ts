/** A headline in two: the figure first, then what it does not say. The second part may be empty. */
export function splitSentence(sentence: string): readonly [string, string] {
  const found = /^(.*?[.!?])\s+(\p{Lu}.*)$/su.exec(sentence);
  return [found?.[1] ?? sentence, found?.[2] ?? ''];
}

/** The figure alone, for a list: without what is said between brackets, which the page of the service gives. */
export function shortSentence(sentence: string): string {
  return splitSentence(sentence)[0].replace(/\s*\([^()]*\)(?=\s|[.,;:]|$)/gu, '');
}

/** The headline as it is read large: what the page says beside it (example, last day known) is left out. */
export function headlineSentence(sentence: string): string {
  return sentence.replace(/\s\((?:démonstration|effets connus jusqu’au [^()]*)\)/gu, '');
}
