import type { CohortSize } from '../../plan/plan.ts';
import { causeIncidenceAt, cumulativeIncidence } from '../../statistics/cumulative-incidence.ts';
import { byCohort, total } from '../cohorts.ts';
import { notGiven } from '../follow-up-inputs.ts';
import { type Followed, pooled } from '../followed.ts';
import type { Panel } from './panel.ts';
import { panelCalendar } from './panel-calendar.ts';
import { type PanelTerms, startPeriod } from './panel-table.ts';
import { wholeSeries } from './read-panel.ts';

export interface FollowedPanelFacts {
  readonly units: readonly Followed[];
  /** Position, among the cells of `units`, of the territory; null: one series for everyone. */
  readonly territory: number | null;
  readonly size: CohortSize;
  /** Days after entry at which the incidence is read. */
  readonly horizon: number;
  /** Last day for which outcomes are complete, days since 1970-01-01. */
  readonly coverage: number;
  readonly starts: Pick<PanelTerms, 'starts' | 'startedForAll' | 'source'>;
}

/**
 * People followed as a panel: the value of a territory and an entry period is the incidence at the horizon among those
 * who entered there and then. A period counts once its last entrant has been followed to the horizon: later ones are
 * marked, never shown as low.
 */
export function followedPanel(facts: FollowedPanelFacts): Panel {
  const { size, horizon, coverage, starts } = facts;
  const calendar = panelCalendar(size);
  const groups = byTerritory(facts);
  const cohorts = [...groups].map(([name, units]) => ({ name, cells: new Map(byCohort(units, size)) }));
  const periods = [...new Set(cohorts.flatMap(({ cells }) => [...cells.keys()]))].sort((a, b) => a - b);
  const mature = periods.filter((period) => (calendar.lastDay(period) ?? 0) + horizon <= coverage);
  return {
    calendar,
    periods,
    territories: cohorts.map(({ name, cells }) => {
      const startedOn = starts.startedForAll ?? starts.starts?.get(name) ?? null;
      return {
        name,
        startedOn,
        started: startedOn === null ? null : startPeriod(startedOn, size, starts.source),
        values: periods.map((period) => incidence(cells.get(period), horizon)),
        sizes: periods.map((period) => {
          const units = cells.get(period);
          return units === undefined ? null : total(units);
        }),
        covariates: periods.map(() => []),
        cluster: null,
      };
    }),
    completeThrough: mature.at(-1) ?? (periods[0] ?? 0) - 1,
    share: true,
  };
}

function byTerritory({ units, territory }: FollowedPanelFacts): ReadonlyMap<string, readonly Followed[]> {
  if (territory === null) return new Map([[wholeSeries, units]]);
  const groups = new Map<string, Followed[]>();
  for (const unit of units) {
    const name = unit.cells[territory] ?? notGiven;
    if (name === notGiven) continue;
    const own = groups.get(name);
    if (own === undefined) groups.set(name, [unit]);
    else own.push(unit);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function incidence(units: readonly Followed[] | undefined, horizon: number): number | null {
  if (units === undefined) return null;
  return causeIncidenceAt(cumulativeIncidence(pooled(units)), horizon).incidence;
}
