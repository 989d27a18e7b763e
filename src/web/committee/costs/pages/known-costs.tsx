import type { CostMove, CostMoves } from '../../../../committee/costs/cost-move.ts';
import type { CostPerEffect } from '../../../../committee/costs/read-costs.ts';
import type { ServiceCosts } from '../../../../committee/costs/service-costs.ts';
import type { UnitCost } from '../../../../committee/costs/unit-cost.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { centsAsEuros } from '../../../../platform/french/money.ts';
import { typeset } from '../../../../platform/french/typography.ts';
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
            <YearCost year={year} />
          </dd>
        </div>
        <Row name="Un usage" question="Tout le budget" cost={costs.perUse} move={moves?.perUse} />
        <Row
          name="Un usage utile"
          question="Tout le budget"
          cost={costs.perUsefulUse}
          move={moves?.perUsefulUse}
        />
        <Row
          name="Un effet constaté"
          question="Qu’il soit dû au service ou non"
          cost={costs.perObservedOutcome}
          move={moves?.perObservedOutcome}
        />
        <Row
          name="Un effet de plus"
          question="Qui ne serait pas arrivé sans le service"
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
          «&nbsp;{name}&nbsp;»&nbsp;: {typeset(allocated.sentence)}
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

function YearCost({ year }: { readonly year: ServiceCosts }) {
  if (year.kind === 'unknown') return <p class="unmeasured">{year.sentence}</p>;
  const { total, forecast, coveredDays, days, perYear, period } = year;
  return (
    <>
      <p>
        <strong>{centsAsEuros(Math.round(total / 100) * 100)}</strong> du {frenchDay(period.from)} au{' '}
        {frenchDay(period.until)}
        {forecast > 0 &&
          `, dont ${centsAsEuros(Math.round(forecast / 100) * 100)} prévus et non encore constatés`}
        .
      </p>
      {coveredDays < days && (
        <p class="freshness">
          Un budget est enregistré pour {coveredDays} de ces {days}&nbsp;jours. À ce rythme, une année coûte{' '}
          {centsAsEuros(Math.round(perYear / 100) * 100)}.
        </p>
      )}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly question: string;
  readonly cost: UnitCost;
  readonly move: CostMove | undefined;
}

function Row({ name, question, cost, move }: RowProps) {
  const known = cost.kind === 'cost';
  return (
    <div class={known ? 'matrix-row' : 'matrix-row silent'}>
      <dt>
        <strong>{name}</strong>
        <span>{question}</span>
      </dt>
      <dd>
        <p class={known ? '' : 'unmeasured'}>{known ? <strong>{cost.sentence}</strong> : cost.sentence}</p>
        {known && <p>{cost.basis}</p>}
        {move !== undefined && (known || move.kind === 'moved' || cost.atLeast !== null) && (
          <p>{move.sentence}</p>
        )}
      </dd>
    </div>
  );
}
