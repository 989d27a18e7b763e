import type { CostComparison } from '../../../../committee/costs/comparable-costs.ts';
import { comparableRule } from '../../../../committee/costs/comparable-effect.ts';
import { evidenceLevels } from '../../../../measure/evidence-levels.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { eurosWithRange } from '../../../../platform/french/money.ts';
import { Table } from '../../../dsfr/table.tsx';
import { servicePath } from '../../../view/addresses.ts';

/** Costs of the same effect elsewhere, by name: never a ranking. */
export function CostComparisons({ comparisons }: { readonly comparisons: readonly CostComparison[] }) {
  const shown = comparisons.filter(({ others }) => others.length > 0);
  return (
    <section class="costs" aria-labelledby="ailleurs">
      <h2 id="ailleurs">Le même effet ailleurs</h2>
      <p>{comparableRule}</p>
      {shown.length === 0 && <p>Aucun autre service de ce portefeuille ne publie le coût du même effet.</p>}
      {shown.map(({ own, others }) => (
        <Table
          id={`ailleurs-${own.indicator}-${own.question}`}
          caption={`${own.name}, par effet ${own.question === 'additional' ? 'supplémentaire' : 'constaté'}, par ordre alphabétique`}
          columns={['Service', 'Coût', 'Preuve', 'Mesuré le', 'Face à ce service']}
          rows={[
            [`${own.service.name} (ce service)`, said(own), levelOf(own), frenchDay(own.measuredOn), '—'],
            ...others.map((other) => [
              <a href={servicePath(other.service.id)}>{other.service.name}</a>,
              said(other),
              levelOf(other),
              frenchDay(other.measuredOn),
              other.sentence,
            ]),
          ]}
        />
      ))}
    </section>
  );
}

type Shown = CostComparison['own'];

const said = ({ cost: { value, lower, upper } }: Shown): string => eurosWithRange(value, lower, upper);

const levelOf = ({ level }: Shown): string => evidenceLevels[level].name;
