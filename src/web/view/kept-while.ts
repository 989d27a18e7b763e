/**
 * The same question, asked again only once `stamp` has changed; those who ask meanwhile share the answer. The stamp is
 * read before the answer, which may thus be newer than it, never older. A failure is not kept.
 */
export function keptWhile<T>(stamp: () => Promise<string>, ask: () => Promise<T>): () => Promise<T> {
  let kept: { readonly stamp: string; readonly answer: Promise<T> } | null = null;
  return async () => {
    const current = await stamp();
    if (kept?.stamp === current) return kept.answer;
    const answer = ask();
    kept = { stamp: current, answer };
    answer.catch(() => {
      if (kept?.answer === answer) kept = null;
    });
    return answer;
  };
}
