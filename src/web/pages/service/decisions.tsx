import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { DecisionView } from '../../view/service-view.ts';

/** Part 7: what was decided on this evidence, when the team made it public. */
export function Decisions({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Ce qui a été décidé</h2>
      {decisions.length === 0 ? (
        <p class="unmeasured-line">Aucune décision n’a encore été rendue publique ici.</p>
      ) : (
        <ol class="timeline">
          {decisions.map(({ day, sentence }) => (
            <li>
              {day !== null && <strong>{frenchDay(day)}. </strong>}
              {typeset(sentence)}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
