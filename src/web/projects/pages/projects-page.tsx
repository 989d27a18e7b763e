import { frenchDay } from '../../../platform/french/date.ts';
import { nextStep, projectSteps } from '../../../portfolio/projects/answers.ts';
import type { Project } from '../../../portfolio/projects/keep-project.ts';
import { PostForm, SubmitButton, TextField } from '../../accounts/form-parts.tsx';
import { projectPath, projectsPath } from '../paths.ts';

interface Props {
  readonly projects: readonly Project[];
  readonly token: string;
}

/** The services to come of an account, and how to begin one. */
export function ProjectsPage({ projects, token }: Props) {
  return (
    <>
      <h1>Projeter votre service</h1>
      <p class="mission">
        Avant de construire&nbsp;: dire ce qui ira mieux, comment vous le saurez, et quand. Cinq étapes, une
        demi-heure. Au bout&nbsp;: un plan de mesure, le nombre d’usagers qu’il faut, la date du premier
        chiffre honnête.
      </p>
      {projects.length > 0 && (
        <>
          <h2>Mes projets</h2>
          <ul>
            {projects.map((project) => (
              <li>
                <a href={projectPath(project.id)}>{project.name}</a>, {progress(project)}, modifié le{' '}
                {frenchDay(project.updatedAt.slice(0, 10))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Commencer</h2>
      <PostForm action={projectsPath} token={token}>
        <TextField
          name="name"
          label="Nom du service à venir"
          hint="Un nom de travail suffit. Vous seul voyez ce projet."
        />
        <SubmitButton>Commencer</SubmitButton>
      </PostForm>
      <p>
        Pour vous inspirer d’abord&nbsp;: <a href="/cas">des cas réels</a>.
      </p>
    </>
  );
}

function progress({ answers }: Project): string {
  const next = nextStep(answers);
  return next === null ? 'terminé' : `étape ${projectSteps.indexOf(next) + 1} sur ${projectSteps.length}`;
}
