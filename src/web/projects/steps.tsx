import { caseOf } from '../../portfolio/cases/library.ts';
import type { ProjectAnswers, ProjectStep } from '../../portfolio/projects/answers.ts';
import { nearestCases } from '../../portfolio/projects/nearest-cases.ts';
import {
  type Fields,
  type Reading,
  readChecks,
  readEffect,
  readMeasures,
  readNumbers,
} from '../../portfolio/projects/read-answers.ts';
import { CaseFields } from './pages/case-step.tsx';
import { CheckFields, EffectFields, MeasureFields, NumberFields } from './pages/question-steps.tsx';
import type { Problems } from './project-fields.tsx';

/** What a step's form says, as the answer to keep. */
export function readStep(step: ProjectStep, field: Fields): Reading<ProjectAnswers> {
  switch (step) {
    case 'effet':
      return kept(readEffect(field), (effect) => ({ effect }));
    case 'premiers-succes':
      return kept(readChecks(field), (checks) => ({ checks }));
    case 'mesures':
      return kept(readMeasures(field), (measures) => ({ measures }));
    case 'cas':
      return caseOf(field('example')) === null
        ? { answer: null, problems: { example: 'Choisissez un cas : le plan partira du sien.' } }
        : { answer: { example: field('example') }, problems: null };
    case 'calcul':
      return kept(readNumbers(field), (numbers) => ({ numbers }));
  }
}

function kept<T>(reading: Reading<T>, named: (answer: T) => ProjectAnswers): Reading<ProjectAnswers> {
  return reading.problems === null ? { answer: named(reading.answer), problems: null } : reading;
}

/** What was already answered, field by field. */
export function writtenBefore(answers: ProjectAnswers): Fields {
  const three = (name: string, texts: readonly string[] = []) =>
    texts.map((text, i) => [`${name}${i + 1}`, text] as const);
  const values = new Map<string, string>([
    ...Object.entries(answers.effect ?? {}),
    ...three('check', answers.checks),
    ...three('measure', answers.measures),
    ...Object.entries(answers.numbers ?? {}).map(([name, value]) => [name, written(value)] as const),
    ['example', answers.example ?? ''],
  ]);
  return (name) => values.get(name) ?? '';
}

const written = (value: number | string): string => String(value).replace('.', ',');

interface Props {
  readonly step: ProjectStep;
  readonly answers: ProjectAnswers;
  readonly field: Fields;
  readonly problems: Problems;
}

/** The fields of a step. */
export function StepFields({ step, answers, field, problems }: Props) {
  switch (step) {
    case 'effet':
      return <EffectFields field={field} problems={problems} />;
    case 'premiers-succes':
      return <CheckFields field={field} problems={problems} />;
    case 'mesures':
      return <MeasureFields field={field} problems={problems} />;
    case 'cas':
      return (
        <CaseFields
          cases={nearestCases(answers.effect ?? nothingSaid)}
          chosen={field('example')}
          problem={problems.example}
        />
      );
    case 'calcul':
      return <NumberFields field={field} problems={problems} />;
  }
}

const nothingSaid = {
  organisation: '',
  mission: '',
  statement: '',
  domain: 'social' as const,
  beneficiaries: '',
};
