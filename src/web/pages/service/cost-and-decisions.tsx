import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { DecisionView, MeasureView } from '../../view/service-view.ts';

/** Part 6: what one effect costs, when the plan says what the service costs. */
export function Cost({ cost }: Pick<MeasureView, 'cost'>) {
  return (
    <section aria-labelledby="cout">
      <h2 id="cout">Combien coûte un effet&nbsp;?</h2>
      {cost.length === 0 && (
        <p class="unmeasured-line">
          Non calculé&nbsp;: il faut un effet mesuré avec et sans le service, et le coût du service écrit dans
          le plan de mesure.
        </p>
      )}
      {cost.map((sentence) => (
        <p>{typeset(sentence)}</p>
      ))}
    </section>
  );
}

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
