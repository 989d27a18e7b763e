import type { CostMove } from '../../../committee/costs/cost-move.ts';
import type { UnitCost } from '../../../committee/costs/unit-cost.ts';

interface Props {
  readonly name: string;
  readonly hint: string;
  readonly cost: UnitCost;
  /** How it moved since another day; left out: not asked. */
  readonly move?: CostMove | undefined;
}

/** What one of something costs, with what is divided by what, or why it is not known: a row of a list of costs. */
export function CostRow({ name, hint, cost, move }: Props) {
  const known = cost.kind === 'cost';
  return (
    <div class={known ? 'matrix-row' : 'matrix-row silent'}>
      <dt>
        <strong>{name}</strong>
        <span>{hint}</span>
      </dt>
      <dd>
        {known ? (
          <>
            <p>
              <strong>{cost.sentence}</strong>
            </p>
            <p class="freshness">{cost.basis}</p>
          </>
        ) : (
          <p class="unmeasured">{cost.sentence}</p>
        )}
        {move !== undefined && (known || cost.atLeast !== null) && <p>{move.sentence}</p>}
      </dd>
    </div>
  );
}
