import { shortPeriod } from '../../../platform/french/date.ts';
import { exactDuration } from '../../../platform/french/duration.ts';
import { frenchNumber } from '../../../platform/french/number.ts';
import { groupUnits, type LifeTable, type LifeTableGroup } from '../../../publish/disclosure/life-table.ts';
import type { FollowUpCounts } from '../../../publish/follow-up/published-counts.ts';
import { Scroll } from '../../report/data-table.tsx';

const id = 'triangle';

/** Outcomes by cohort and time since entry, as published; what is not wholly observed is hatched and said. */
export function CohortTriangle({ counts }: { readonly counts: FollowUpCounts }) {
  const { cohorts, timeUnit } = counts;
  if (cohorts === null || cohorts.groups.length === 0) return null;
  return (
    <>
      <h3>Période d’arrivée par période d’arrivée</h3>
      <p>
        Chaque ligne réunit ceux qui sont arrivés en même temps. Lu en colonne, le tableau compare ce qui est
        comparable. <span class="swatch" aria-hidden="true" /> Une case hachurée et marquée «&nbsp;en
        cours&nbsp;» n’est pas entièrement observée&nbsp;: elle peut encore augmenter.
      </p>
      <Scroll labelledBy={id} wide>
        <table class="triangle">
          <caption id={id}>Effets constatés dans chaque tranche de temps, par période d’arrivée</caption>
          <thead>
            <tr>
              <th scope="col">Arrivée</th>
              <th scope="col">Effectif</th>
              {cohorts.until.map((until, k) => (
                <th scope="col">{className(cohorts, k, until, timeUnit)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.groups.map((group) => (
              <tr>
                <th scope="row">{shortPeriod(group.group ?? '')}</th>
                <td>{frenchNumber(groupUnits(group))}</td>
                {group.classes.map(({ outcomes }, k) =>
                  isObserved(group, k) ? (
                    <td>{frenchNumber(outcomes)}</td>
                  ) : (
                    <td class="immature">
                      {frenchNumber(outcomes)}
                      <small>en cours</small>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** Whether everyone was followed to the end of the class: nobody's follow-up stopped before. */
function isObserved({ classes }: LifeTableGroup, k: number): boolean {
  return classes.slice(0, k + 1).every(({ censored }) => censored === 0);
}

function className({ until: ends }: LifeTable, k: number, until: number, timeUnit: number): string {
  const end = exactDuration(until * timeUnit);
  return k === 0 ? `Jusqu’à ${end}` : `De ${frenchNumber((ends[k - 1] ?? 0) * timeUnit)} à ${end}`;
}
