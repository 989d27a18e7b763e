import type { CohortRow, FollowUpMeasure, Measure } from '../../measure/measure.ts';
import { frenchDay, frenchPeriod } from '../../platform/french/date.ts';
import { plainDuration } from '../../platform/french/duration.ts';
import { frenchNumber, tied } from '../../platform/french/number.ts';
import type { Line } from './week-reading.ts';

/** First figures, cohorts followed to the end, a register complete further than the last time. */
export function whatMatured(before: Measure, now: Measure): readonly Line[] {
  const line = (sentence: string): Line => ({ about: now.name, kind: 'known', sentence });
  const first =
    before.headline.estimate.kind === 'insufficient' && now.headline.estimate.kind === 'estimate'
      ? [line(`Premier chiffre : ${now.headline.sentence}`)]
      : [];
  return [
    ...first,
    ...(before.method === 'follow-up' && now.method === 'follow-up'
      ? followedFurther(before, now, line)
      : []),
    ...coverageLine(before, now).map(line),
  ];
}

function followedFurther(
  before: FollowUpMeasure,
  now: FollowUpMeasure,
  line: (sentence: string) => Line,
): readonly Line[] {
  const known = new Set(before.estimates.filter(isOverall).map(({ horizon }) => horizon));
  const horizons = now.estimates
    .filter((estimate) => isOverall(estimate) && !known.has(estimate.horizon))
    .filter(({ horizon }) => horizon !== now.headline.estimate.horizon)
    .map(({ horizon }) => line(`Premier chiffre à ${plainDuration(horizon)}.`));
  const ripe = new Set(before.cohorts.filter(isRipe).map(({ cohort }) => cohort));
  const cohorts = now.cohorts.filter((row) => isRipe(row) && !ripe.has(row.cohort));
  return [...horizons, ...cohortLine(cohorts, Math.max(...now.horizons)).map(line)];
}

const isOverall = ({ kind, group }: FollowUpMeasure['estimates'][number]): boolean =>
  kind === 'estimate' && group === null;
const isRipe = ({ maturity }: CohortRow): boolean => (maturity ?? 0) >= 1;

function cohortLine(cohorts: readonly CohortRow[], horizon: number): readonly string[] {
  const [first] = cohorts;
  if (first === undefined) return [];
  const people = frenchNumber(cohorts.reduce((sum, { units }) => sum + units, 0));
  const end = `suivi terminé à ${plainDuration(horizon)} (${people}${tied}suivis)`;
  if (cohorts.length === 1) return [`${capital(frenchPeriod(first.cohort))} : ${end}.`];
  const last = frenchPeriod(cohorts.at(-1)?.cohort ?? '');
  return [`${frenchNumber(cohorts.length)}${tied}cohortes de plus, jusqu’à ${last} : ${end}.`];
}

function coverageLine({ coverage: then }: Measure, { coverage: now }: Measure): readonly string[] {
  if (then === null || now === null || then.day >= now.day) return [];
  return [
    `Les effets sont connus jusqu’au ${frenchDay(now.day)} (la dernière fois, jusqu’au ${frenchDay(then.day)}).`,
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
