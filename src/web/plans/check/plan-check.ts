import { describePlan } from '../../../plan/describe.ts';
import { lintPlan } from '../../../plan/lint-plan.ts';
import type { Plan } from '../../../plan/plan.ts';
import { pathFromText } from '../../../plan/problem.ts';
import { plainDuration } from '../../../platform/french/duration.ts';
import { readPlanOf } from '../../../portfolio/plans/read-plan-of.ts';

/** Something to mend or to think about, at a line of the text. */
export interface PlacedRemark {
  readonly line: number;
  /** Where in the document: `indicators[0].window`. */
  readonly path: string;
  /** The line as it is written, shortened; empty when it is blank. */
  readonly excerpt: string;
  readonly sentence: string;
  /** What is wanted there, when nothing is written. */
  readonly wanted?: string;
}

export interface PlanCheck {
  readonly plan: Plan | null;
  /** What prevents measuring. */
  readonly problems: readonly PlacedRemark[];
  /** What a careful colleague would say; nothing when there are problems. */
  readonly advice: readonly PlacedRemark[];
  /** The plan told in plain French; null when there are problems. */
  readonly explanation: string | null;
}

const longestExcerpt = 90;

/** All there is to say of a text as the plan of a service, in the order of the lines. */
export function checkPlan(service: string, text: string): PlanCheck {
  const reading = readPlanOf(service, text);
  const lines = text.split(/\r\n?|\n/);
  const placed = (line: number, path: string, sentence: string): PlacedRemark => ({
    line,
    path,
    excerpt: shortened((lines[line - 1] ?? '').trim()),
    sentence,
  });
  const { plan, problems, locate } = reading;
  return {
    plan,
    problems: problems.map(({ line, path, sentence, expected }) => ({
      ...placed(line, path, sentence),
      ...(expected !== undefined && { wanted: expected }),
    })),
    advice:
      plan === null
        ? []
        : lintPlan(plan).map(({ path, sentence }) =>
            placed(locate(pathFromText(path), 'key').line, path, sentence),
          ),
    explanation: plan === null ? null : describePlan(plan, plainDuration),
  };
}

const shortened = (line: string): string =>
  line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line;
