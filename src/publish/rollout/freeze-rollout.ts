import type { KeptPanels } from '../../measure/kept-counts.ts';
import type { Panel, Territory } from '../../measure/rollout/panel.ts';
import { counted, frenchList } from '../../platform/french/number.ts';
import type { Hidden } from '../bundle/bundle.ts';
import type { DisclosureRule } from '../disclosure/rule.ts';
import type { PanelCounts, PanelTerritory } from './panel-counts.ts';
import { safePanel } from './safe-panel.ts';

/**
 * `unknown-people`: nothing says how many people are behind the values, so that nothing can be checked.
 * `other-periods`: what is already public is cut in periods of another length, whose differences would tell.
 */
export type FrozenPanel = PanelCounts | { readonly kind: 'unknown-people' | 'other-periods' };

/** From the panel a comparison was computed on to what may be seen of it. */
export function freezeRollout(
  kept: KeptPanels,
  rule: DisclosureRule,
  earlier: readonly PanelCounts[],
): FrozenPanel {
  const whole = panelCounts(kept);
  const unknown =
    rule.threshold > 1 &&
    whole.values === 'mean' &&
    whole.territories.some(({ people, values }) => unsaid(people, values));
  if (unknown) return { kind: 'unknown-people' };
  if (earlier.some(({ periodSize }) => periodSize !== whole.periodSize)) return { kind: 'other-periods' };
  return safePanel(whole, rule, earlier);
}

const unsaid = (people: PanelTerritory['people'], values: PanelTerritory['values']): boolean =>
  values.some((row) => row.some((value, i) => value !== null && people[i] == null));

/** Every horizon in one table, periods without a complete value left empty. */
function panelCounts({ panels, weighting, observed }: KeptPanels): PanelCounts {
  const sorted = [...panels].sort((a, b) => (a.horizon ?? 0) - (b.horizon ?? 0));
  const [first] = sorted;
  if (first === undefined) throw new TypeError('a comparison by territories reads one panel at least');
  const { panel } = first;
  return {
    kind: 'panel',
    periodSize: panel.calendar.size,
    periods: panel.periods,
    values: panel.share ? 'share' : isCounts(panel) ? 'count' : 'mean',
    horizons: sorted.map(({ horizon }) => horizon),
    completeThrough: sorted.map((own) => own.panel.completeThrough),
    weighting,
    territories: panel.territories.map((territory, t) => {
      const values = sorted.map((own) => completeValues(own.panel, own.panel.territories[t]));
      const seen = (own: readonly (number | null)[]) =>
        own.map((value, i) => (values.some((row) => row[i] !== null) ? value : null));
      const { name, started, startedOn, cluster, sizes, covariates, people = sizes } = territory;
      return {
        name,
        members: [name],
        started,
        startedOn,
        cluster,
        values,
        people: seen(people),
        sizes: seen(sizes),
        covariates,
        settled: false,
      };
    }),
    leftOut: [],
    observed,
  };
}

const completeValues = (
  { periods, completeThrough }: Panel,
  territory: Territory | undefined,
): readonly (number | null)[] =>
  periods.map((period, i) =>
    completeThrough === null || period <= completeThrough ? (territory?.values[i] ?? null) : null,
  );

/** Whole numbers everywhere are taken for numbers of people or cases: small ones are protected. */
const isCounts = ({ territories }: Panel): boolean =>
  territories.every(({ values }) =>
    values.every((value) => value === null || (Number.isInteger(value) && value >= 0)),
  );

/** Territories taken together or left out, and why; without saying how few. */
export function hiddenOfPanel(
  { territories, leftOut }: PanelCounts,
  { threshold }: DisclosureRule,
): readonly Omit<Hidden, 'indicator'>[] {
  const settled = territories.filter((own) => own.settled).map(({ name }) => name);
  const why = `un effectif de moins de ${threshold} serait visible, ici ou par différence avec un autre tableau`;
  return [
    ...territories.flatMap(({ members }) =>
      members.length > 1 ? [{ what: `${named(members)}, réunis`, why }] : [],
    ),
    ...(settled.length === 0
      ? []
      : [
          {
            what: `ce qui a changé depuis la publication précédente dans ${named(settled)} : les valeurs publiées alors sont gardées`,
            why: `ce changement en désignerait moins de ${threshold}`,
          },
        ]),
    ...(leftOut.length === 0
      ? []
      : [{ what: `${named(leftOut)}, ${leftOut.length === 1 ? 'écarté' : 'écartés'} du calcul`, why }]),
  ];
}

function named(names: readonly string[]): string {
  const some = names.length > 6 ? `, dont ${frenchList(names.slice(0, 5))}` : ` (${frenchList(names)})`;
  return `${counted(names.length, 'territoire', 'territoires')}${some}`;
}
