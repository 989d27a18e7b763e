import { planHash } from '../measure/plan-hash.ts';
import { describePlan } from '../plan/describe.ts';
import { type Advice, lintPlan } from '../plan/lint-plan.ts';
import { pathFromText } from '../plan/problem.ts';
import { type PlanReading, readPlan } from '../plan/read-plan.ts';
import { plainDuration } from '../platform/french/duration.ts';
import { counted } from '../platform/french/number.ts';
import { exitCodes, Refusal } from '../platform/refusal.ts';
import type { AddCommand } from './main.ts';
import { problemLines, readPlanText } from './plan-file.ts';

/** `foulee check`: every problem of a plan (exit 3), or what it will measure and advice on it (exit 0). */
export const addCheck: AddCommand = (program) => {
  program
    .command('check')
    .description("Vérifie un plan de mesure, dit en français ce qu'il mesurera, et donne des conseils.")
    .argument('[plan]', 'chemin du plan de mesure', 'impact.yaml')
    .option('--json', 'affiche le résultat en JSON : problems, explanation, advice')
    .addHelpText(
      'after',
      `\nCodes de sortie : 0, plan utilisable ; ${exitCodes.plan}, plan absent ou à corriger.`,
    )
    .action((path: string, { json }: { json?: true }) => {
      const reading = readPlan(readPlanText(path));
      if (json) {
        process.stdout.write(`${JSON.stringify(checkDocument(path, reading), null, 2)}\n`);
        if (reading.plan === null) process.exitCode = exitCodes.plan;
      } else {
        process.stdout.write(checkText(path, reading));
      }
    });
};

export type PlacedAdvice = Advice & { readonly line: number };

/** What `foulee check --json` prints. */
export function checkDocument(path: string, reading: PlanReading) {
  if (reading.plan === null)
    return { plan: path, valid: false, problems: reading.problems, advice: [] } as const;
  return {
    plan: path,
    valid: true,
    hash: planHash(reading.plan),
    problems: [],
    explanation: describePlan(reading.plan, plainDuration),
    advice: placedAdvice(reading),
  } as const;
}

/** The explanation of a usable plan, then advice; refuses with all its problems a plan to mend. */
export function checkText(path: string, reading: PlanReading): string {
  if (reading.plan === null) {
    const count = reading.problems.length;
    throw new Refusal(
      'plan',
      [`Le plan ${path} a ${counted(count, 'problème', 'problèmes')} :`, ...problemLines(reading)].join('\n'),
      `Corrigez ${count > 1 ? 'ces lignes' : 'cette ligne'}, puis relancez « foulee check ${path} ».`,
    );
  }
  const advice = placedAdvice(reading).map(({ line, sentence }) => `  ligne ${line} : ${sentence}`);
  const heading = advice.length === 0 ? 'Aucun conseil.' : 'Conseils';
  return `${[describePlan(reading.plan, plainDuration), [heading, ...advice].join('\n'), `Le plan ${path} est utilisable.`].join('\n\n')}\n`;
}

function placedAdvice(reading: PlanReading): PlacedAdvice[] {
  if (reading.plan === null) return [];
  return lintPlan(reading.plan).map((advice) => ({
    ...advice,
    line: reading.locate(pathFromText(advice.path), 'key').line,
  }));
}
