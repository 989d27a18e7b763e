import type { PublicCosts } from '../../../committee/costs/public-costs.ts';
import { yearSentence } from '../../../committee/costs/year-sentence.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { budgetCsvPath, methodPath } from '../../view/addresses.ts';
import type { MeasureView } from '../../view/service-view.ts';
import { CostRow } from './cost-row.tsx';

interface Props {
  readonly service: string;
  readonly costs: PublicCosts;
  /** What the plan itself says an effect costs; empty: nothing. */
  readonly planned: MeasureView['cost'];
  readonly isInvented: boolean;
}

/** Part 6: what one effect costs, from the public budgets, else from what the plan says; or why nobody can tell. */
export function CostSection({ service, costs, planned, isInvented }: Props) {
  const { lines, year, perEffect } = costs;
  return (
    <section aria-labelledby="cout">
      <h2 id="cout">Combien coûte un effet&nbsp;?</h2>
      {planned.map((sentence) => (
        <p>D’après le coût écrit dans le plan de mesure&nbsp;: {typeset(sentence)}</p>
      ))}
      {lines.length === 0 ? (
        planned.length === 0 && (
          <p class="unmeasured-line">
            Coût inconnu&nbsp;: l’équipe n’a pas encore enregistré ici le budget de ce service.
          </p>
        )
      ) : (
        <>
          <Known costs={costs} />
          <p>{yearSentence(year)}</p>
          <p class="freshness">
            {perEffect.publication !== null &&
              `Effets mesurés le ${frenchDay(perEffect.publication.measuredOn)}, publiés le ${frenchDay(perEffect.publication.publishedOn)}. `}
            {isInvented ? 'Budget inventé pour la démonstration' : 'Budget écrit par l’équipe'}, mis à jour le{' '}
            {frenchDay(lastWritten(costs))}. <a href={budgetCsvPath(service)}>Le budget, au format CSV</a>.{' '}
            <a href={methodPath('couts')}>Comment ces coûts sont calculés</a>.
          </p>
        </>
      )}
    </section>
  );
}

function Known({ costs: { perEffect } }: { readonly costs: PublicCosts }) {
  const { perUse, perUsefulUse, perObservedOutcome, perAdditionalOutcome, effects } = perEffect;
  const rule = effects.find(({ perAdditionalOutcome: own }) => own === perAdditionalOutcome)?.allocated;
  return (
    <>
      <dl class="matrix">
        <CostRow
          name="Un effet de plus"
          hint="Qui ne serait pas arrivé sans le service"
          cost={perAdditionalOutcome}
        />
        <CostRow name="Un effet constaté" hint="Qu’il soit dû au service ou non" cost={perObservedOutcome} />
        <CostRow name="Un usage utile" hint="Tout le budget" cost={perUsefulUse} />
        <CostRow name="Un usage" hint="Tout le budget" cost={perUse} />
      </dl>
      {rule !== undefined &&
        [perAdditionalOutcome, perObservedOutcome].some(({ kind }) => kind === 'cost') && (
          <p>{typeset(rule.sentence)}</p>
        )}
    </>
  );
}

/** The day the budget last gained a line, `YYYY-MM-DD`. */
const lastWritten = ({ lines }: PublicCosts): string =>
  (
    lines
      .map(({ recordedAt }) => recordedAt)
      .toSorted()
      .at(-1) ?? ''
  ).slice(0, 10);
