import type { CostMoves } from '../../../../committee/costs/cost-move.ts';
import type { CostPerEffect } from '../../../../committee/costs/read-costs.ts';
import type { ServiceCosts } from '../../../../committee/costs/service-costs.ts';
import { yearSentence } from '../../../../committee/costs/year-sentence.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { CostRow } from '../../../pages/service/cost-row.tsx';
import { servicePath } from '../../../view/addresses.ts';
import { costsPath } from '../paths.ts';

interface Props {
  readonly service: string;
  readonly year: ServiceCosts;
  readonly costs: CostPerEffect;
  readonly moves: CostMoves | null;
  /** The day to compare with, as asked; empty: none. */
  readonly since: string;
  /** What is wrong with that day; null: nothing. */
  readonly sinceFault: string | null;
}

/** What the service, a use and an effect cost, each said or said unknown, and how it moved. */
export function KnownCosts({ service, year, costs, moves, since, sinceFault }: Props) {
  const { publication, effects } = costs;
  return (
    <section class="costs" aria-labelledby="sait">
      <h2 id="sait">Ce que l’on sait</h2>
      <dl class="matrix">
        <div class="matrix-row">
          <dt>
            <strong>Le service</strong>
            <span>Les douze derniers mois</span>
          </dt>
          <dd>
            <p class={year.kind === 'unknown' ? 'unmeasured' : ''}>{yearSentence(year)}</p>
          </dd>
        </div>
        <CostRow name="Un usage" hint="Tout le budget" cost={costs.perUse} move={moves?.perUse} />
        <CostRow
          name="Un usage utile"
          hint="Tout le budget"
          cost={costs.perUsefulUse}
          move={moves?.perUsefulUse}
        />
        <CostRow
          name="Un effet constaté"
          hint="Qu’il soit dû au service ou non"
          cost={costs.perObservedOutcome}
          move={moves?.perObservedOutcome}
        />
        <CostRow
          name="Un effet de plus"
          hint="Qui ne serait pas arrivé sans le service"
          cost={costs.perAdditionalOutcome}
          move={moves?.perAdditionalOutcome}
        />
      </dl>
      {publication !== null && (
        <p class="freshness">
          Effets publiés le {frenchDay(publication.publishedOn)}, mesurés le{' '}
          {frenchDay(publication.measuredOn)}. <a href={servicePath(service)}>La page publique</a>
        </p>
      )}
      {effects.map(({ name, allocated }) => (
        <p>
          «&nbsp;{typeset(name)}&nbsp;»&nbsp;: {typeset(allocated.sentence)}
        </p>
      ))}
      <form method="get" action={costsPath(service)}>
        <div class={sinceFault === null ? 'fr-input-group' : 'fr-input-group fr-input-group--error'}>
          <label class="fr-label" for="depuis">
            Comparer avec ce que l’on savait un autre jour
            <span class="fr-hint-text">
              Par défaut, le dernier comité. Les budgets sont ceux d’aujourd’hui, les effets ceux publiés ce
              jour-là.
            </span>
          </label>
          <input
            class="fr-input"
            type="date"
            id="depuis"
            name="depuis"
            value={since}
            {...(sinceFault !== null && { 'aria-invalid': 'true', 'aria-describedby': 'depuis-erreur' })}
          />
          {sinceFault !== null && (
            <p class="fr-error-text" id="depuis-erreur">
              {sinceFault}
            </p>
          )}
        </div>
        <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
          Comparer
        </button>
      </form>
    </section>
  );
}
