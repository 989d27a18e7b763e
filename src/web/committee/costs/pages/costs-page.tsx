import type { Allocation } from '../../../../committee/costs/allocation.ts';
import type { BudgetLine } from '../../../../committee/costs/budget-line.ts';
import type { CostComparison } from '../../../../committee/costs/comparable-costs.ts';
import type { CostMoves } from '../../../../committee/costs/cost-move.ts';
import type { CostPerEffect } from '../../../../committee/costs/read-costs.ts';
import type { ServiceCosts } from '../../../../committee/costs/service-costs.ts';
import { counted } from '../../../../platform/french/number.ts';
import type { Fields } from '../../../../portfolio/projects/read-answers.ts';
import { Alert } from '../../../dsfr/alert.tsx';
import type { Problems } from '../../../projects/project-fields.tsx';
import { spacePath } from '../../../team/paths.ts';
import { AllocationSection } from './allocation-section.tsx';
import { BudgetFileForm, NewLineForm } from './budget-forms.tsx';
import { BudgetLines } from './budget-lines.tsx';
import { CostComparisons } from './cost-comparisons.tsx';
import { KnownCosts } from './known-costs.tsx';

/** A form that was sent and must be mended: what was written in it, and why. */
export interface SentForm {
  readonly field: Fields;
  readonly problems: Problems;
}

export interface CostsPageProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly year: ServiceCosts;
  readonly costs: CostPerEffect;
  readonly moves: CostMoves | null;
  readonly since: string;
  readonly sinceFault: string | null;
  readonly comparisons: readonly CostComparison[];
  readonly history: readonly BudgetLine[];
  readonly allocations: readonly Allocation[];
  readonly effects: ReadonlyMap<string, string>;
  /** Where the team publishes its budget elsewhere; null: nowhere known. */
  readonly budgetLink: string | null;
  readonly token: string;
  readonly mayEdit: boolean;
  /** Lines just recorded from a file, and those that stood already. */
  readonly recorded: { readonly lines: number; readonly already: number } | null;
  readonly line: SentForm;
  readonly part: SentForm;
}

export function CostsPage(props: CostsPageProps) {
  const { service, token, mayEdit, recorded, budgetLink, line } = props;
  const id = service.id;
  return (
    <>
      <p>
        <a href={spacePath(id)}>{service.name}</a>
      </p>
      <h1>Ce que coûtent le service et ses effets</h1>
      {recorded !== null && (
        <Alert
          kind="success"
          title={`${counted(recorded.lines, 'ligne enregistrée', 'lignes enregistrées')}`}
        >
          <p>
            {recorded.already > 0
              ? `${counted(recorded.already, 'ligne était déjà là', 'lignes étaient déjà là')}, à l’identique : rien n’est compté deux fois.`
              : 'Les coûts ci-dessous en tiennent compte.'}
          </p>
        </Alert>
      )}
      <KnownCosts {...props} service={id} />
      <BudgetLines service={id} history={props.history} token={token} mayEdit={mayEdit} />
      {budgetLink !== null && (
        <p>
          <a href={budgetLink}>Le budget que l’équipe publie ailleurs</a>
        </p>
      )}
      {mayEdit ? (
        <>
          <NewLineForm service={id} token={token} {...line} />
          <BudgetFileForm service={id} token={token} />
        </>
      ) : (
        <p>L’équipe et le sponsor du service peuvent ajouter des lignes&nbsp;; vous pouvez les lire.</p>
      )}
      <AllocationSection
        service={id}
        allocations={props.allocations}
        effects={props.effects}
        token={token}
        mayEdit={mayEdit}
        {...props.part}
      />
      <CostComparisons comparisons={props.comparisons} />
    </>
  );
}
