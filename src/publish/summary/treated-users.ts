import { periodsBetween } from '../../platform/french/date.ts';
import type { PublishedMeasure } from '../bundle/bundle.ts';
import { groupUnits } from '../disclosure/life-table.ts';

type Counted = Pick<PublishedMeasure, 'counts'>;

/** Units with the service (or offered it) that a comparison followed; null when it does not say. */
export function treatedUnits({ counts }: Counted): number | null {
  if (counts.kind !== 'follow-up' || counts.arms === null) return null;
  const treated = counts.arms.groups.filter(
    ({ group }) => group === 'treated' || group?.startsWith('treated/'),
  );
  return treated.reduce((sum, group) => sum + groupUnits(group), 0);
}

/** The same a year, at the pace they entered; null when cohorts are not dated. */
export function treatedPerYear(measure: Counted): number | null {
  const { counts } = measure;
  const users = treatedUnits(measure);
  if (users === null || counts.kind !== 'follow-up' || counts.cohorts === null) return null;
  const labels = counts.cohorts.groups
    .flatMap(({ group }) => (group === null ? [] : group.split('/')))
    .sort();
  const [first, last] = [labels[0], labels.at(-1)];
  const between = first === undefined || last === undefined ? null : periodsBetween(first, last);
  if (first === undefined || between === null) return null;
  const perYear = first.includes('W') ? 365.25 / 7 : first.includes('Q') ? 4 : 12;
  return Math.round((users * perYear) / (between + 1));
}
