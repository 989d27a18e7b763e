import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plan } from '../plan/plan.ts';
import { type PlanReading, readPlan } from '../plan/read-plan.ts';
import { Refusal } from '../platform/refusal.ts';

const largestPlan = 1_000_000;

/** The text of a plan file, or a refusal that says what to do. */
export function readPlanText(path: string): string {
  try {
    if (statSync(path).size > largestPlan) {
      throw new Refusal(
        'plan',
        `${path} est trop gros pour être un plan (plus de 1 Mo).`,
        'Donnez le chemin du fichier impact.yaml, pas celui d’un fichier de données.',
      );
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EISDIR') {
      throw new Refusal(
        'plan',
        `${path} est un dossier, pas un plan.`,
        `Essayez « ${resolve(path, 'impact.yaml')} ».`,
      );
    }
    throw new Refusal(
      'plan',
      code === 'EACCES' ? `Le plan ${path} ne peut pas être lu (droits).` : `Le plan ${path} n’existe pas.`,
      'Donnez le chemin d’un plan : « foulee check chemin/impact.yaml ». « foulee demo » en écrit un exemple.',
    );
  }
}

/** Reads and checks a plan file; refuses with every problem, one a line. */
export function loadPlan(path: string): {
  readonly plan: Plan;
  readonly folder: string;
  readonly text: string;
} {
  const text = readPlanText(path);
  const reading = readPlan(text);
  if (reading.plan === null) {
    throw new Refusal(
      'plan',
      [`Le plan ${path} ne peut pas être utilisé :`, ...problemLines(reading)].join('\n'),
      'Corrigez ces lignes, puis vérifiez avec « foulee check ».',
    );
  }
  return { plan: reading.plan, folder: dirname(resolve(path)), text };
}

export const problemLines = (reading: PlanReading): readonly string[] =>
  reading.problems.map(({ line, sentence }) => `  ligne ${line} : ${sentence}`);
