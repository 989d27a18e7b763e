import type { FigureUnit } from '../../measure/rollout/figure-text.ts';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';
import type { Database } from '../../platform/database/database.ts';
import { latestVersion } from '../../portfolio/plans/plan-version.ts';
import { effectUnit } from '../../publish/bundle/effect-unit.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { shownEntry } from '../../publish/ledger/ledger.ts';
import { publicationSummary } from '../../publish/summary/publication-summary.ts';
import { knownPublications } from '../evidence/known-publications.ts';
import { endOf } from '../evidence/moment.ts';

/** The effect a sponsor judges a service on, with what its plan says counts. */
export interface JudgedEffect extends FigureUnit {
  readonly indicator: string;
  readonly name: string;
  readonly planned: { readonly threshold: number | null; readonly valuePerOutcome: number | null };
  /** The day of its figure, `YYYY-MM-DD`; null: none is published yet. */
  readonly measuredOn: string | null;
}

/**
 * Of the last publication that stands on a day, else of the plan as it is; null when neither tests an effect on units
 * observed afterwards, so that no threshold could be read.
 */
export async function judgedEffect(db: Database, service: string, day: string): Promise<JudgedEffect | null> {
  const entries = await knownPublications(db, service, endOf(day));
  const standing = entries.findLast((entry) => shownEntry(entry).kind === 'published');
  if (standing !== undefined) {
    const { bundle } = standing.publication;
    const [measure, summary] = [mainMeasure(bundle.measures), publicationSummary(bundle)];
    if (measure === null || summary === null || measure.figures.kind === 'figures') return null;
    const { threshold, valuePerOutcome } = summary.decision;
    return {
      indicator: measure.indicator,
      name: measure.name,
      unit: effectUnit(measure.figures).unit,
      label: effectUnit(measure.figures).label,
      planned: { threshold, valuePerOutcome },
      measuredOn: summary.freshness.measuredOn,
    };
  }
  const version = await latestVersion(db, service);
  const plan = version === null ? null : readPlan(version.text).plan;
  return plan === null ? null : plannedEffect(plan);
}

function plannedEffect({ indicators, sources }: Plan): JudgedEffect | null {
  const indicator = mainMeasure(indicators);
  if (indicator?.method !== 'follow-up' && indicator?.method !== 'rollout') return null;
  const { threshold = null, valuePerOutcome = null } = indicator.decision ?? {};
  const panel = indicator.method === 'rollout' ? sources[indicator.panel] : undefined;
  const isValue = panel?.kind === 'panel' && panel.numerator === null;
  return {
    indicator: indicator.id,
    name: indicator.name,
    unit: isValue ? 'value' : 'share',
    label: isValue && indicator.method === 'rollout' ? indicator.valueLabel : null,
    planned: { threshold, valuePerOutcome },
    measuredOn: null,
  };
}
