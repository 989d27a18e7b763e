import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import { toldNote } from '../../portfolio/demonstration/demonstration-notes.ts';
import type { PlanVersion } from '../../portfolio/plans/plan-version.ts';
import type { ServiceDetails } from '../../portfolio/queries/service-details.ts';
import { type LedgerEntry, shownEntry } from '../../publish/ledger/ledger.ts';
import { type KnownMeasure, planCalled } from './known-measure.ts';
import type { KnownRun } from './known-runs.ts';

interface Known {
  readonly details: ServiceDetails;
  readonly entries: readonly LedgerEntry[];
  /** The latest first. */
  readonly versions: readonly PlanVersion[];
  /** The last weekly run, which measured nothing; null: none was made. */
  readonly run: KnownRun | null;
}

/** Why there is no figure: withdrawn, a run that failed, nothing run yet, or no plan. */
export function withoutMeasure(known: Known): KnownMeasure {
  const { details, versions } = known;
  const [latest] = versions;
  return {
    service: { organisation: null, mission: null },
    effect: details.effect,
    demonstration: details.demonstration ? toldNote : null,
    plan: latest === undefined ? null : planCalled(latest.hash, versions),
    measure: { kind: 'none', sentence: typeset(reason(known)) },
    main: null,
    figures: [],
    sources: [],
  };
}

function reason({ entries, versions, run }: Known): string {
  const last = entries.at(-1);
  const shown = last === undefined ? null : shownEntry(last);
  if (shown?.kind === 'withdrawn') {
    const { at, reason: said } = shown.withdrawal;
    return `La publication du ${frenchDay(shown.publishedOn)} a été retirée le ${frenchDay(at.slice(0, 10))} (${said}) : aucun chiffre ne la remplace.`;
  }
  if (run !== null) {
    const broken = run.reading.broken[0]?.sentence;
    return `La dernière foulée, le ${frenchDay(run.day)}, n’a rien pu mesurer${broken === undefined ? '.' : ` : ${broken}`}`;
  }
  const [latest] = versions;
  if (latest !== undefined)
    return `Un plan de mesure est enregistré depuis le ${frenchDay(latest.savedAt.slice(0, 10))}, mais rien n’avait encore été mesuré ce jour-là.`;
  return 'Ce service n’avait pas de plan de mesure ce jour-là : rien n’a été mesuré.';
}
