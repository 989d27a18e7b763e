import type { Child } from 'hono/jsx';
import { type ProjectStep, projectSteps } from '../../../portfolio/projects/answers.ts';
import type { Project } from '../../../portfolio/projects/keep-project.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { projectPath, projectsPath, stepPath } from '../paths.ts';
import type { Problems } from '../project-fields.tsx';

export const stepTitles: Readonly<Record<ProjectStep, string>> = {
  effet: 'Qu’est-ce qui ira concrètement mieux ?',
  'premiers-succes': 'À trois mois, comment verrez-vous les premiers succès ?',
  mesures: 'À deux ans, qu’est-ce qui justifierait une équipe de dix personnes ?',
  cas: 'À quel cas réel ressemblez-vous le plus ?',
  calcul: 'Combien d’usagers, et quand ?',
};

/** Two words around a hyphen stay on one line, and the question mark with its word. */
const tiedTitle = (title: string): Child =>
  title
    .replace(' ?', '\u00a0?')
    .split(/(\S+-\S+)/)
    .map((part, i) => (i % 2 === 1 ? <span class="tied">{part}</span> : part));

interface Props {
  readonly project: Project;
  readonly step: ProjectStep;
  readonly token: string;
  readonly problems: Problems;
  readonly children: Child;
}

/** One step of the path: its question, what was written, what is to mend; going on saves it. */
export function StepPage({ project, step, token, problems, children }: Props) {
  const rank = projectSteps.indexOf(step);
  const before = projectSteps[rank - 1];
  const last = rank === projectSteps.length - 1;
  const wrong = Object.keys(problems).length;
  return (
    <>
      <p class="freshness">
        {project.name}&nbsp;: étape {rank + 1} sur {projectSteps.length}
      </p>
      <h1>{tiedTitle(stepTitles[step])}</h1>
      {wrong > 0 && (
        <Alert
          kind="error"
          title={wrong === 1 ? 'Une réponse est à reprendre' : `${wrong} réponses sont à reprendre`}
        >
          <p>Rien n’est perdu&nbsp;: corrigez ce qui est dit sous chaque réponse, puis continuez.</p>
        </Alert>
      )}
      <PostForm action={stepPath(project.id, step)} token={token}>
        {children}
        <SubmitButton>{last ? 'Voir le projet' : 'Enregistrer et continuer'}</SubmitButton>
      </PostForm>
      <p>
        {before === undefined ? (
          <a href={projectsPath}>Revenir à mes projets</a>
        ) : (
          <a href={stepPath(project.id, before)}>Étape précédente</a>
        )}
        {project.answers.numbers !== undefined && (
          <>
            {' · '}
            <a href={projectPath(project.id)}>Le projet</a>
          </>
        )}
      </p>
    </>
  );
}
