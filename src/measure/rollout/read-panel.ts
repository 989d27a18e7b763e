import { type PanelRecord, panelRows } from '../../engine/panel-rows.ts';
import type { PanelSource } from '../../plan/plan.ts';
import type { RolloutTerms } from '../../plan/rollout/terms.ts';
import { counted } from '../../platform/french/number.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { MeasureContext } from '../measure-context.ts';
import type { Panel } from './panel.ts';
import { type PanelRow, panelFromRows } from './panel-table.ts';
import { readStarts, startForAll } from './starts.ts';

/** The name of the only territory of a table that has none. */
export const wholeSeries = 'ensemble';

/** The panel a source holds, with the start of each territory. */
export async function readPanel(
  context: MeasureContext,
  source: PanelSource,
  terms: RolloutTerms,
): Promise<Panel> {
  const fields = ['territory', 'period', 'started', 'value', 'numerator', 'denominator', 'weight'] as const;
  const held = new Set(fields.filter((field) => source[field] !== null));
  const attributes = [...terms.covariates, ...(terms.cluster === null ? [] : [terms.cluster])];
  const records = await context.engine.query<PanelRecord>(
    panelRows(source.name, held, [...new Set(attributes)]),
  );
  return panelFromRows(
    records.map((record) => panelRow(record, source, terms)),
    {
      source: source.name,
      starts: await readStarts(context, terms.started),
      startedForAll: startForAll(terms.started),
      never: source.never,
      completeThrough: source.completeThrough,
      share: source.numerator !== null,
    },
  );
}

function panelRow(record: PanelRecord, source: PanelSource, terms: RolloutTerms): PanelRow {
  const { territory, period, started, numerator, denominator } = record;
  return {
    territory: territory ?? wholeSeries,
    period,
    value: source.numerator === null ? record.value : shareOf(record, source),
    size: source.weight === null ? denominator : record.weight,
    ...(source.weight !== null && source.numerator !== null && { people: denominator }),
    started,
    covariates: terms.covariates.map((name) => numberOf(record[`a_${name}`] ?? null, name, source)),
    cluster: terms.cluster === null ? null : (record[`a_${terms.cluster}`] ?? null),
  };

  function shareOf({ territory: where }: PanelRecord, { name }: PanelSource): number | null {
    if (numerator === null || denominator === null || denominator === 0) return null;
    const share = numerator / denominator;
    if (share >= 0 && share <= 1) return share;
    throw new Refusal(
      'data',
      `« ${name} » : « ${where ?? wholeSeries} » compte ${counted(numerator, 'effet', 'effets')} parmi ${denominator} (${period}) ; une part est entre 0 et 1.`,
      'Vérifiez les colonnes numerator et denominator ; une valeur qui n’est pas une part se donne par value.',
    );
  }
}

/** An attribute used as a characteristic must be a number; a decimal comma is read. */
function numberOf(text: string | null, name: string, source: PanelSource): number | null {
  if (text === null) return null;
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value)) return value;
  throw new Refusal(
    'data',
    `« ${source.name} » : la caractéristique « ${name} » vaut « ${text} », qui n’est pas un nombre.`,
    'Retirez-la de comparison.covariates, ou donnez une colonne de nombres.',
  );
}
