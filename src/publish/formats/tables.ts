import type { FigureEstimate } from '../../measure/figure-measure.ts';
import type { Publication, PublishedMeasure } from '../bundle/bundle.ts';
import { groupUnits, type LifeTable } from '../disclosure/life-table.ts';
import type { FollowUpCounts } from '../follow-up/published-counts.ts';
import type { PublishedFigures } from '../method/published-method.ts';
import { csvText, type Table } from './csv.ts';
import { panelTable, rolloutTables } from './rollout-tables.ts';

export interface CsvTable {
  /** File name without its ending: letters, digits and `-`. */
  readonly name: string;
  readonly text: string;
}

/** Every table of a publication as CSV: figures, effects, curves, cohorts, and the counts they are computed from. */
export function csvTables({ bundle }: Publication): readonly CsvTable[] {
  return bundle.measures.flatMap((measure) =>
    tablesOf(measure)
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, columns, rows }) => ({
        name: `${fileName(measure.indicator)}-${name}`,
        text: csvText(columns, rows),
      })),
  );
}

function tablesOf({ figures, counts: own }: PublishedMeasure): readonly Table[] {
  if (figures.kind === 'figures') return [plainFigures(figures.estimates)];
  if (figures.kind === 'rollout')
    return [
      effects(figures),
      ...rolloutTables(figures.rollout),
      ...(own.kind === 'panel' ? [panelTable(own)] : []),
    ];
  const people = own.kind === 'follow-up' ? [counts(own), covariates(own)] : [];
  return [
    estimates(figures),
    effects(figures),
    curves(figures),
    cohorts(figures),
    nowcast(figures),
    ...people,
  ];
}

type Figures = Extract<PublishedFigures, { readonly kind: 'follow-up' }>;

const fileName = (indicator: string): string => indicator.replace(/[^a-zA-Z0-9]+/g, '-');

const interval = ['valeur', 'borne_basse', 'borne_haute', 'niveau_de_confiance'] as const;

const plainFigures = (estimates: readonly FigureEstimate[]): Table => ({
  name: 'chiffres',
  columns: ['detail', 'groupe', 'periode', 'unite', ...interval, 'cas_observes', 'remarque'],
  rows: estimates.map((estimate) => {
    const { by, group, period, unit, value, lower, upper, level, n } = estimate;
    const remark = estimate.kind === 'insufficient' ? estimate.sentence : null;
    return [by, group, period, unit, value, lower, upper, level, remark === null ? n : null, remark];
  }),
});

const estimates = (figures: Figures): Table => ({
  name: 'chiffres',
  columns: [
    'detail',
    'groupe',
    'horizon_jours',
    ...interval,
    'unites_suivies',
    'encore_suivies',
    'effets',
    'remarque',
  ],
  rows: figures.estimates.map((estimate) => {
    const { by, group, horizon, value, lower, upper, level, n, atRisk, events } = estimate;
    const remark = estimate.kind === 'insufficient' ? estimate.sentence : null;
    const known = estimate.kind === 'estimate' ? [n, atRisk, events] : [null, null, null];
    return [by, group, horizon, value, lower, upper, level, ...known, remark];
  }),
});

const effects = (figures: Pick<Figures, 'effects'>): Table => ({
  name: 'effets-du-service',
  columns: [
    'horizon_jours',
    'mesure',
    'pour_qui',
    ...interval,
    'avec_le_service',
    'sans_le_service',
    'remarque',
  ],
  rows: figures.effects.map((effect) => [
    effect.horizon,
    effect.measure,
    effect.estimand,
    effect.value,
    effect.lower,
    effect.upper,
    effect.level,
    effect.withService,
    effect.withoutService,
    effect.kind === 'insufficient' ? effect.sentence : null,
  ]),
});

const curves = (figures: Figures): Table => ({
  name: 'courbes',
  columns: ['detail', 'groupe', 'temps', 'valeur', 'borne_basse', 'borne_haute', 'encore_suivies'],
  rows: figures.curves.flatMap(({ by, group, points }) =>
    points.map(({ time, incidence, lower, upper, atRisk }) => [
      by,
      group,
      time,
      incidence,
      lower,
      upper,
      atRisk,
    ]),
  ),
});

const cohorts = (figures: Figures): Table => ({
  name: 'cohortes',
  columns: [
    'cohorte',
    'unites',
    'effets',
    'part_du_suivi_observee',
    'horizon_jours',
    ...interval,
    'remarque',
  ],
  rows: figures.cohorts.flatMap(({ cohort, units, outcomes, maturity, estimates: own }) =>
    own.map((estimate) => [
      cohort,
      units,
      outcomes,
      maturity,
      estimate.horizon,
      estimate.value,
      estimate.lower,
      estimate.upper,
      estimate.level,
      estimate.kind === 'insufficient' ? estimate.sentence : null,
    ]),
  ),
});

/** The counts every figure is computed from: what `foulee verify` reads. */
function counts(own: FollowUpCounts): Table {
  const tables: (readonly [string, LifeTable | null])[] = [
    ['ensemble', own.everyone],
    ...own.breakdowns.map(({ by, table }) => [by, table] as const),
    ['cohorte', own.cohorts],
    ['groupes comparés', own.arms],
    ['usage dans les groupes comparés', own.takeUp],
  ];
  return {
    name: 'effectifs',
    columns: [
      'detail',
      'groupe',
      'unites',
      'apres',
      'jusque',
      'effets',
      'autres_sorties',
      'suivi_interrompu',
    ],
    rows: tables.flatMap(([by, table]) =>
      (table?.groups ?? []).flatMap((group) =>
        group.classes.map(({ outcomes, competing, censored }, k) => [
          by,
          group.group,
          groupUnits(group),
          k === 0 ? null : (table?.until[k - 1] ?? null),
          table?.until[k] ?? null,
          outcomes,
          competing.reduce((sum, n) => sum + n, 0),
          censored,
        ]),
      ),
    ),
  };
}

const covariates = (own: FollowUpCounts): Table => ({
  name: 'groupes-compares',
  columns: ['caracteristique', 'valeur', 'avec_le_service', 'sans_le_service'],
  rows: own.covariates.flatMap(({ covariate, rows }) =>
    rows.map(({ value, treated, control }) => [covariate, value, treated, control]),
  ),
});

const nowcast = (figures: Figures): Table => ({
  name: 'effets-recents',
  columns: ['semaine', 'effets_connus', 'effets_attendus'],
  rows: (figures.nowcast?.weeks ?? []).map(({ week, observed, expected }) => [week, observed, expected]),
});
