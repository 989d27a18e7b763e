import { typeset } from '../../../platform/french/typography.ts';
import { servicePath } from '../../view/addresses.ts';
import type { ServiceRow } from '../../view/service-view.ts';
import { splitSentence } from '../split-sentence.ts';

/** Services without a figure yet, briefly: each next step said once, with those it is for. */
export function NotMeasured({ rows }: { readonly rows: readonly ServiceRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="waiting" aria-labelledby="attente">
      <h2 id="attente">Pas encore mesurés</h2>
      <p class="waiting-step">
        Pour commencer, <a href="/cas">des cas réels</a>&nbsp;: ce que d’autres ont mesuré, ce qui les a
        trompés, et pour chacun un plan de départ.
      </p>
      {byNextStep(rows).map(([step, services]) => {
        const [state, advice] = splitSentence(step);
        return (
          <>
            <h3>{typeset(state.replace(/\.$/, ''))}</h3>
            <p class="waiting-step">{typeset(advice)}</p>
            <ul class="waiting-list">
              {services.map(({ id, name, effect }) => (
                <li>
                  <a href={servicePath(id)}>{name}</a>
                  {effect !== null && <span>{typeset(effect)}</span>}
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </section>
  );
}

/** In the order they come in. */
function byNextStep(rows: readonly ServiceRow[]): readonly (readonly [string, readonly ServiceRow[]])[] {
  const groups = new Map<string, ServiceRow[]>();
  for (const row of rows) groups.set(row.nextStep, [...(groups.get(row.nextStep) ?? []), row]);
  return [...groups];
}
