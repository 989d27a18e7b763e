import type { Engine } from '../engine/port.ts';
import { matchingRefusal } from '../plan/matching-refusal.ts';
import type { Indicator, Plan } from '../plan/plan.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ImportedSource } from '../records/imported-source.ts';
import { correctedTogether } from './comparison/together.ts';
import { measureAskedLater } from './figures/asked-later.ts';
import { measureDeclared } from './figures/declared.ts';
import { measureProxy } from './figures/proxy.ts';
import { measureSampleVolume } from './figures/sample-volume.ts';
import type { Measure, MeasureDocument } from './measure.ts';
import type { MeasureContext } from './measure-context.ts';
import { measureFollowUp } from './measure-follow-up.ts';
import { planHash } from './plan-hash.ts';
import { measureRollout } from './rollout/measure-rollout.ts';

export interface MeasureOptions {
  readonly software: string;
  /** Identifiers of the indicators wanted; all when left out. */
  readonly only?: readonly string[];
  readonly onProgress?: (indicator: string, share: number) => void;
  /** Keep the counts the figures rest on, to publish them. */
  readonly keepCounts?: boolean;
  /** As in `MeasureContext`. */
  readonly keptUnits?: MeasureContext['keptUnits'];
  readonly identifiersAtOnce?: number;
}

/**
 * Measures each indicator of a plan on imported records. The same plan on the same records gives the same bytes:
 * no clock, rows of the engine put in order. Refuses (`matchingRight`) to match sources without a right to be.
 */
export async function measurePlan(
  plan: Plan,
  records: ReadonlyMap<string, ImportedSource>,
  engine: Engine,
  options: MeasureOptions,
): Promise<MeasureDocument> {
  for (const indicator of plan.indicators) {
    if (indicator.method !== 'follow-up') continue;
    const reason = matchingRefusal(plan, indicator);
    if (reason !== null) {
      throw new Refusal(
        'matchingRight',
        `Indicateur « ${indicator.id} » : ${reason}`,
        'Écrivez dans le plan (matching_right) d’où vient le droit de croiser ces données, avec votre délégué à la protection des données ; sans ce droit, mesurez autrement (sondage, signe avant-coureur).',
      );
    }
  }
  for (const [name, { files, rows }] of records) {
    if (rows === 0) throw emptySource(name);
    await engine.expose({ name, files });
  }
  const { keepCounts = false, keptUnits = null, identifiersAtOnce } = options;
  const kept = { keptUnits, ...(identifiersAtOnce && { identifiersAtOnce }) };
  const measures: Measure[] = [];
  for (const indicator of plan.indicators) {
    if (options.only && !options.only.includes(indicator.id)) continue;
    const onProgress = (share: number) => options.onProgress?.(indicator.id, share);
    measures.push(
      await measureIndicator({ plan, records, engine, onProgress, keepCounts, ...kept }, indicator),
    );
  }
  return {
    foulee: 1,
    software: options.software,
    service: plan.service,
    effect: plan.effect,
    plan: { hash: planHash(plan) },
    measures: correctedTogether(measures),
  };
}

async function measureIndicator(context: MeasureContext, indicator: Indicator): Promise<Measure> {
  switch (indicator.method) {
    case 'follow-up':
      return measureFollowUp(context, indicator);
    case 'sample-volume':
      return measureSampleVolume(context, indicator);
    case 'proxy':
      return measureProxy(context, indicator);
    case 'asked-later':
      return measureAskedLater(context, indicator);
    case 'declared':
      return measureDeclared(context, indicator);
    case 'rollout':
      return measureRollout(context, indicator);
  }
}

const emptySource = (name: string) =>
  new Refusal(
    'data',
    `La source « ${name} » ne contient aucune ligne utilisable : mesurer donnerait un faux zéro.`,
    'Vérifiez ses fichiers, ses filtres (where) et la colonne de l’identifiant, puis relancez « foulee import ».',
  );
