import type { Decision } from '../../measure/comparison/measured-comparison.ts';
import { typeset } from '../../platform/french/typography.ts';

/** What the effect means for who decides. */
export function DecisionBlock({ decision }: { readonly decision: Decision | null }) {
  if (decision === null) return null;
  return (
    <>
      <h3>Pour décider</h3>
      <ul class="tests">
        {decision.sentences.map((sentence) => (
          <li>{typeset(sentence)}</li>
        ))}
      </ul>
    </>
  );
}
