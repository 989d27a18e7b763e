import type { Problem } from '../../plan/problem.ts';
import { counted } from '../../platform/french/number.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { PlanVersion } from './plan-version.ts';

/** A text that is not a usable plan for this service: every problem found, with its line. */
export class InvalidPlan extends Refusal {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ line, sentence }) => `  ligne ${line} : ${sentence}`);
    super(
      'plan',
      [`Le plan a ${counted(problems.length, 'problème', 'problèmes')} :`, ...lines].join('\n'),
      `Rien n’a été enregistré. Corrigez ${problems.length > 1 ? 'ces lignes' : 'cette ligne'}, puis recommencez.`,
    );
    this.problems = problems;
  }
}

/** Someone else saved a version meanwhile: neither text is lost. */
export class PlanConflict extends Refusal {
  /** What was not saved. */
  readonly text: string;
  /** What is saved; null: nothing, though a version was expected. */
  readonly current: PlanVersion | null;

  constructor(text: string, current: PlanVersion | null) {
    super(
      'data',
      current === null
        ? 'Aucun plan n’est encore enregistré pour ce service.'
        : `Quelqu’un a enregistré la version ${current.version} du plan entre-temps.`,
      'Rien n’a été enregistré, et rien n’est perdu. Comparez les deux textes, reprenez ce qui manque, puis enregistrez.',
    );
    this.text = text;
    this.current = current;
  }
}

export const noSuchService = (): Refusal =>
  new Refusal(
    'data',
    'Ce service n’est pas inscrit ici.',
    'Rien n’a été enregistré. Vérifiez l’identifiant du service, ou inscrivez-le d’abord.',
  );
