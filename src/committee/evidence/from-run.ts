import type { MeasureDocument } from '../../measure/measure.ts';
import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import { simulatedNote } from '../../portfolio/demonstration/demonstration-notes.ts';
import type { PlanVersion } from '../../portfolio/plans/plan-version.ts';
import { readPlanOf } from '../../portfolio/plans/read-plan-of.ts';
import type { Registration } from '../../portfolio/plans/registration/registrations.ts';
import { mainMeasure } from '../../publish/bundle/main-measure.ts';
import { type KnownMeasure, knownSources, planCalled } from './known-measure.ts';
import type { KnownRun } from './known-runs.ts';
import { runFigures } from './run-figures.ts';

interface Known {
  readonly run: KnownRun;
  readonly document: MeasureDocument;
  readonly registrations: readonly Registration[];
  /** The latest first. */
  readonly versions: readonly PlanVersion[];
  readonly isDemonstration: boolean;
  /** Whether something had been published, then taken back. */
  readonly isWithdrawn: boolean;
}

/** What a weekly run measured that nothing published. */
export function fromRun({
  run,
  document,
  registrations,
  versions,
  isDemonstration,
  isWithdrawn,
}: Known): KnownMeasure {
  const { hash } = document.plan;
  const made = versions.find((version) => version.hash === hash);
  const plan =
    made === undefined
      ? null
      : { version: made.version, read: readPlanOf(document.service.id, made.text).plan };
  const figures = runFigures({ document, plan, registrations });
  return {
    service: document.service,
    effect: document.effect,
    demonstration: isDemonstration || run.isSimulated ? simulatedNote : null,
    plan: planCalled(hash, versions),
    measure: {
      kind: 'unpublished',
      week: run.week,
      measuredOn: run.day,
      software: document.software,
      sentence: typeset(
        `Mesuré par la foulée du ${frenchDay(run.day)}, pas publié : ${
          isWithdrawn ? 'la publication qui existait a été retirée' : 'le public ne l’a pas vu'
        }, et rien n’y est masqué pour protéger les personnes. Il ne sort pas du comité.`,
      ),
    },
    main: mainMeasure(figures)?.indicator ?? null,
    figures: [...figures],
    sources: knownSources(document.measures),
  };
}
