import { type StartRecord, startRows } from '../../engine/panel-rows.ts';
import type { RolloutStarts } from '../../plan/rollout/terms.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { MeasureContext } from '../measure-context.ts';

/** Start of each territory as the plan or a source gives it; null: the panel holds it, or there is one for all. */
export async function readStarts(
  { plan, engine }: MeasureContext,
  started: RolloutStarts,
): Promise<ReadonlyMap<string, string | null> | null> {
  if (started.in === 'plan') return new Map(Object.entries(started.starts));
  if (started.in !== 'source') return null;
  const source = plan.sources[started.source];
  const never = source?.kind === 'territories' ? source.never : [];
  const rows = await engine.query<StartRecord>(startRows(started.source));
  const starts = new Map<string, string | null>();
  for (const { territory, started: written } of rows) {
    const start = written === null || never.includes(written) ? null : written;
    const known = starts.get(territory);
    if (known !== undefined && known !== start)
      throw new Refusal(
        'data',
        `« ${started.source} » : « ${territory} » a plusieurs dates d’arrivée du service.`,
        'Gardez une ligne par territoire, puis relancez.',
      );
    starts.set(territory, start);
  }
  return starts;
}

export const startForAll = (started: RolloutStarts): string | null =>
  started.in === 'once' ? started.date : null;
