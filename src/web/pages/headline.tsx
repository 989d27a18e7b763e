import { typeset } from '../../platform/french/typography.ts';
import { headlineParts } from './split-sentence.ts';

/** The sentence of a publication as everybody reads it: the figure large, then what it rests on and does not say. */
export function Headline({ sentence }: { readonly sentence: string }) {
  const [first, rest] = headlineParts(sentence);
  return (
    <>
      <p class="sentence">{typeset(first)}</p>
      {rest !== '' && <p class="sentence-rest">{typeset(rest)}</p>}
    </>
  );
}
