import type { Case } from '../case.ts';
import { caseOf } from '../library.ts';
import { starterPlan } from '../plans/starter-plan.ts';
import { marketAnswers, permitsGranted, sameDayIntroductions } from './counted-files.ts';
import { jobSeekersDrawn } from './job-seekers-drawn.ts';

/** A case worked through to its figure, on data simulated from a seed: the same files each time. */
export interface WorkedExample {
  readonly example: Case;
  /** Its plan, said to be on simulated data. */
  readonly plan: string;
  /** The guide that walks through it, by its name in the pages of methods. */
  readonly guide: string;
  /** The files the plan reads, by name. */
  files(): Readonly<Record<string, string>>;
}

interface Taught {
  readonly guide: string;
  readonly files: WorkedExample['files'];
}

const taught: Readonly<Record<string, Taught>> = {
  mps: { guide: 'exemple-echantillon-volume', files: marketAnswers },
  maintenant: { guide: 'exemple-signe', files: sameDayIntroductions },
  'plante-et-moi': { guide: 'exemple-signe', files: permitsGranted },
  'la-bonne-boite': { guide: 'exemple-tirage-au-sort', files: jobSeekersDrawn },
};

/** The cases that are worked through. */
export const workedCases: readonly string[] = Object.keys(taught);

/** The case of that identifier worked through; null when it is only told. */
export function workedExample(id: string): WorkedExample | null {
  const example = caseOf(id);
  const found = Object.hasOwn(taught, id) ? taught[id] : undefined;
  if (example === null || found === undefined) return null;
  return { example, plan: simulatedPlan(example), guide: found.guide, files: found.files };
}

function simulatedPlan(example: Case): string {
  const plan = starterPlan({ ...example, name: `${example.name} (données simulées)` });
  return plan.replaceAll(
    '    limits:\n',
    '    limits:\n      - Les données sont simulées, aucune personne n’est réelle.\n',
  );
}
