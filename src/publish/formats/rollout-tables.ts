import type { MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import { panelCalendar } from '../../measure/rollout/panel-calendar.ts';
import type { PanelCounts } from '../rollout/panel-counts.ts';
import type { Table } from './csv.ts';

/** What is shown beside the effect of a comparison by territories or in time; those without a row are left out. */
export const rolloutTables = (rollout: MeasuredRollout): readonly Table[] => [
  {
    name: 'observe-et-attendu',
    columns: [
      'periode',
      'observe',
      'attendu_sans_le_service',
      'borne_basse',
      'borne_haute',
      'avec_le_service',
    ],
    rows: rollout.series.map(({ period, observed, expected, lower, upper, after }) => [
      period,
      observed,
      expected,
      lower,
      upper,
      after ? 'oui' : 'non',
    ]),
  },
  {
    name: 'effets-depuis-l-arrivee',
    columns: [
      'periodes_depuis_l_arrivee',
      'valeur',
      'borne_basse',
      'borne_haute',
      'bande_basse',
      'bande_haute',
    ],
    rows: (rollout.eventStudy?.points ?? []).map(({ since, att, lower, upper, bandLower, bandUpper }) => [
      since,
      att,
      lower,
      upper,
      bandLower,
      bandUpper,
    ]),
  },
  {
    name: 'effets-par-arrivee-et-periode',
    columns: ['arrivee', 'periode', 'valeur', 'borne_basse', 'borne_haute', 'remarque'],
    rows: rollout.groupTime.map((row) =>
      row.kind === 'estimate'
        ? [row.group, row.time, row.att, row.lower, row.upper, null]
        : [row.group, row.time, null, null, null, row.sentence],
    ),
  },
  {
    name: 'melange',
    columns: ['territoire', 'poids'],
    rows: (rollout.synthetic?.weights ?? []).map(({ territory, weight }) => [territory, weight]),
  },
  {
    name: 'ecarts-des-autres-territoires',
    columns: ['territoire', 'ecart_moyen', 'erreur_avant', 'rapport'],
    rows: (rollout.synthetic?.placebos ?? []).map(({ territory, meanEffect, preRmspe, ratio }) => [
      territory,
      meanEffect,
      preRmspe,
      ratio,
    ]),
  },
];

/** The table every figure is computed from: what `foulee verify` reads. */
export function panelTable({ territories, periods, horizons, periodSize }: PanelCounts): Table {
  const { code } = panelCalendar(periodSize);
  return {
    name: 'tableau',
    columns: ['territoire', 'arrivee', 'periode', 'horizon_jours', 'valeur', 'personnes', 'poids'],
    rows: territories.flatMap(({ name, started, values, people, sizes }) =>
      horizons.flatMap((horizon, h) =>
        periods.map((period, i) => [
          name,
          started === null ? null : code(started),
          code(period),
          horizon,
          values[h]?.[i] ?? null,
          people[i] ?? null,
          sizes[i] ?? null,
        ]),
      ),
    ),
  };
}
