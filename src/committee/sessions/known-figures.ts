import type { MeasureDocument } from '../../measure/measure.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Publication } from '../../publish/bundle/bundle.ts';
import { effectUnit } from '../../publish/bundle/effect-unit.ts';
import { shownEntry } from '../../publish/ledger/ledger.ts';
import { type SaidFigure, saidFigure } from '../../weekly/run/said-figure.ts';
import { knownPublications } from '../evidence/known-publications.ts';
import { lastRuns } from '../evidence/known-runs.ts';
import { endOf } from '../evidence/moment.ts';

/** The figure of an indicator, as one publication or one run knew it; `figure` null: it gives none yet. */
export interface KnownFigure {
  readonly indicator: string;
  readonly name: string;
  readonly sentence: string;
  readonly figure: SaidFigure | null;
}

export interface PublishedThen {
  /** SHA-256 of the publication; null: none stood. */
  readonly publication: string | null;
  readonly figures: readonly KnownFigure[];
}

/** What a service's figures said at the end of a day: those of the publication that stood, else those of the last run. */
export async function knownFigures(
  db: Database,
  service: string,
  day: string,
): Promise<readonly KnownFigure[]> {
  const { publication, figures } = await publishedFigures(db, service, day);
  if (publication !== null) return figures;
  const { measured } = await lastRuns(db, service, endOf(day));
  return measured?.document == null ? [] : figuresOfRun(measured.document);
}

/** Those of the publication that stood at the end of a day, and nothing that was not public. */
export async function publishedFigures(db: Database, service: string, day: string): Promise<PublishedThen> {
  const entries = await knownPublications(db, service, endOf(day));
  const standing = entries.findLast((entry) => shownEntry(entry).kind === 'published');
  if (standing === undefined) return { publication: null, figures: [] };
  return { publication: standing.publication.sha256, figures: figuresOf(standing.publication) };
}

/** Whether a publication was taken back by the end of a day. */
export async function isWithdrawn(
  db: Database,
  { service, publication }: { readonly service: string; readonly publication: string },
  day: string,
): Promise<boolean> {
  const entries = await knownPublications(db, service, endOf(day));
  const found = entries.find((entry) => entry.publication.sha256 === publication);
  return found !== undefined && shownEntry(found).kind === 'withdrawn';
}

const figuresOf = ({ bundle }: Publication): readonly KnownFigure[] =>
  bundle.measures.map(({ indicator, name, method, headline, figures }) => ({
    indicator,
    name,
    sentence: headline.sentence,
    figure: saidFigure({
      method,
      headline,
      units: headline.estimate.n,
      rollout: figures.kind === 'rollout' ? effectUnit(figures) : null,
    }),
  }));

const figuresOfRun = ({ measures }: MeasureDocument): readonly KnownFigure[] =>
  measures.map((measure) => ({
    indicator: measure.indicator,
    name: measure.name,
    sentence: measure.headline.sentence,
    figure: saidFigure(measure),
  }));
