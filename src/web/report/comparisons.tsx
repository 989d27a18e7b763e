import type { FollowUpMeasure, GroupTest } from '../../measure/measure.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import { typeset } from '../../platform/french/typography.ts';
import { EstimatesTable } from './estimates.tsx';
import { breakdownName, groupName } from './words.ts';

const testNames = { 'log-rank': 'Test du log-rank', gray: 'Test de Gray' } as const;

/** Whether groups differ beyond chance: the sentence first, the statistic after. */
export function GroupTests({ measure }: { readonly measure: FollowUpMeasure }) {
  if (measure.tests.length === 0) return null;
  return (
    <>
      <h3>Les groupes diffèrent-ils&nbsp;?</h3>
      <ul class="tests">
        {measure.tests.map((test) => (
          <li>
            {typeset(test.sentence)} <span class="note">({testFigures(test)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function testFigures(test: GroupTest): string {
  const degrees =
    test.degreesOfFreedom === 1 ? '1 degré de liberté' : `${test.degreesOfFreedom} degrés de liberté`;
  const p = test.pValue < 0.001 ? 'p\u00a0<\u00a00,001' : `p\u00a0=\u00a0${frenchNumber(test.pValue, 3)}`;
  return `${testNames[test.name]} selon ${breakdownName(test.by)} : χ² = ${frenchNumber(test.statistic, 1)}, ${degrees}, ${p}`;
}

/** The other ways out that the plan declares, each with its own incidence. */
export function Competing({ measure, id }: { readonly measure: FollowUpMeasure; readonly id: string }) {
  if (measure.competing.length === 0) return null;
  return (
    <>
      <h3>Les autres sorties possibles</h3>
      <p>
        Une personne qui sort autrement ne peut plus connaître l’effet recherché : ces sorties sont comptées à
        part, et non comme des suivis interrompus.
      </p>
      <EstimatesTable
        id={`${id}-competing`}
        measure={measure}
        caption="Incidence de chaque autre sortie"
        first="Sortie"
        rows={measure.competing.map((estimate) => ({
          name: estimate.group === null ? estimate.cause : `${estimate.cause} — ${groupName(estimate)}`,
          estimate,
        }))}
      />
    </>
  );
}
