import { betweenText, changeText, valueText } from '../../measure/rollout/figure-text.ts';
import type { GroupTimeRow, MeasuredRollout, RolloutFigure } from '../../measure/rollout/measured-rollout.ts';
import { shortDay, shortPeriod } from '../../platform/french/date.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber } from '../../platform/french/number.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';
import type { DataTable } from '../charts/chart.ts';
import { refusalNames } from './words.ts';

/** A period as tables and axes name it. */
export const periodText = (code: string, { periodSize }: Pick<MeasuredRollout, 'periodSize'>): string => {
  if (periodSize === 'number') return `n°\u00a0${code}`;
  return periodSize === 'day' ? shortDay(code) : shortPeriod(code);
};

export function rolloutEffectTable(rollout: MeasuredRollout, effects: readonly EffectEstimate[]): DataTable {
  const differences = effects.filter(({ measure }) => measure === 'difference');
  const level = differences.find(({ kind }) => kind === 'estimate')?.level ?? 0.95;
  const first = rollout.horizon === null ? 'Lecture' : 'Horizon';
  return {
    caption: `Avec et sans le service, et l’effet avec son intervalle à ${frenchNumber(level * 100)}\u00a0%`,
    columns: [first, 'Avec', 'Sans', 'Effet', 'Intervalle'],
    rows: differences.map((effect) => {
      const name = rollout.horizon === null ? 'En moyenne depuis l’arrivée' : plainDuration(effect.horizon);
      if (effect.kind === 'insufficient') return [name, '—', '—', refusalNames[effect.reason], 'aucun'];
      const width = effect.upper - effect.lower;
      return [
        name,
        valueText(effect.withService, width, rollout),
        valueText(effect.withoutService, width, rollout),
        changeText(effect.value, width, rollout),
        betweenText(effect.lower, effect.upper, rollout),
      ];
    }),
  };
}

const roles = { treated: 'équipé', control: 'comparaison', 'left-out': 'écarté' } as const;

export function territoryTable(rollout: MeasuredRollout): DataTable {
  return {
    caption: 'Territoires, arrivée du service et rôle dans la comparaison',
    columns: ['Territoire', 'Arrivée', 'Rôle'],
    rows: rollout.territories.map(({ name, started, role, reason }) => [
      name,
      started === null ? 'jamais' : periodText(started, rollout),
      reason === null ? roles[role] : `${roles[role]} : ${reason}`,
    ]),
  };
}

export function groupTimeTable(rollout: MeasuredRollout): DataTable {
  return {
    caption: 'Effet de chaque groupe (date d’arrivée) à chaque période',
    columns: ['Groupe', 'Période', 'Depuis l’arrivée', 'Effet', 'Intervalle', 'Équipés', 'À comparer'],
    rows: rollout.groupTime.map((row) => [
      periodText(row.group, rollout),
      periodText(row.time, rollout),
      sinceText(row.since),
      ...cellsOf(row, rollout),
    ]),
  };
}

function cellsOf(row: GroupTimeRow, rollout: MeasuredRollout): string[] {
  if (row.kind === 'insufficient') return [refusalNames[row.reason], 'aucun', '—', '—'];
  return [...figureCells(row, rollout), frenchNumber(row.treatedUnits), frenchNumber(row.controlUnits)];
}

/** An effect and its interval, or why it has none. */
export function figureCells(
  { att, lower, upper }: RolloutFigure,
  rollout: MeasuredRollout,
): [string, string] {
  if (lower === null || upper === null) return [changeText(att, Math.abs(att), rollout), 'non mesurable'];
  return [changeText(att, upper - lower, rollout), betweenText(lower, upper, rollout)];
}

export function sinceText(since: number): string {
  if (since === 0) return 'arrivée';
  return since > 0 ? `+${since}` : `−${-since}`;
}
