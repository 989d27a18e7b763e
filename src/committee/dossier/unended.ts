/** A phrase that somebody ended with a full stop, ready to go on. */
export const unended = (phrase: string): string => phrase.trim().replace(/\s*\.$/u, '');
