import { nextSteps } from '../../portfolio/next-step.ts';
import { withoutAccents } from '../../portfolio/search-text.ts';
import type { PortfolioQuery } from '../pages/portfolio/filters.ts';
import type { PortfolioView } from '../pages/portfolio/portfolio-page.tsx';
import type { ServiceRow } from './service-view.ts';

const rowsPerPage = 40;

/** The part of the portfolio, given by name, that a visitor asks for: those with a figure first, the surest first. */
export function findRows(all: readonly ServiceRow[], query: PortfolioQuery): PortfolioView {
  const words = withoutAccents(query.recherche).split(' ');
  const found = all.filter((row) => matches(row, query) && words.every((word) => row.search.includes(word)));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const start = (Math.min(query.page, pages) - 1) * rowsPerPage;
  return {
    rows: found.toSorted(surestFirst).slice(start, start + rowsPerPage),
    found: found.length,
    pages,
    total: all.length,
    measured: all.filter(({ level }) => level !== null).length,
    compared: all.filter(({ level }) => (level ?? 0) >= 3).length,
    organisations: distinct(all.map(({ organisation }) => organisation)),
    phases: distinct(all.map(({ phase }) => phase)),
  };
}

function matches(row: ServiceRow, query: PortfolioQuery): boolean {
  return (
    (query.domaine === null || row.domain === query.domaine) &&
    (query.organisation === null || row.organisation === query.organisation) &&
    (query.phase === null || row.phase === query.phase) &&
    (query.preuve === null || String(row.level) === query.preuve) &&
    (query.relecture === null || row.review.state === query.relecture) &&
    (query.fraicheur === null || freshnessOf(row) === query.fraicheur)
  );
}

function freshnessOf({ freshness }: ServiceRow): NonNullable<PortfolioQuery['fraicheur']> {
  if (freshness === null) return 'non-mesure';
  return freshness.state === 'stale' ? 'ancien' : 'a-jour';
}

/**
 * Those without a figure come last, together by next step, the closest to a figure first. Alike, they stay by name:
 * comparing thousands of names again for each page would cost more than the rest of the page.
 */
const surestFirst = (a: ServiceRow, b: ServiceRow): number =>
  (b.level ?? -1) - (a.level ?? -1) || stepRank(a) - stepRank(b);

const stepRank = ({ level, nextStep }: ServiceRow): number =>
  level === null ? nextSteps.indexOf(nextStep) : 0;

/** One collator for all comparisons: making one for each name is what costs. */
const alphabet = new Intl.Collator('fr');

const distinct = (names: readonly (string | null)[]): string[] =>
  [...new Set(names.filter((name) => name !== null))].sort(alphabet.compare);
