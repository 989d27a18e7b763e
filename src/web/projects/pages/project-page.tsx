import { typeset } from '../../../platform/french/typography.ts';
import type { Case } from '../../../portfolio/cases/case.ts';
import { caseOf } from '../../../portfolio/cases/library.ts';
import { projectSteps, type WholeProject } from '../../../portfolio/projects/answers.ts';
import { projectChecklist } from '../../../portfolio/projects/checklist.ts';
import type { Project } from '../../../portfolio/projects/keep-project.ts';
import { projectPlan } from '../../../portfolio/projects/project-plan.ts';
import { otherwiseMeasured, projectProjection } from '../../../portfolio/projects/projection.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { Fold } from '../../dsfr/fold.tsx';
import { casePath } from '../../view/addresses.ts';
import { projectPath, projectsPath, stepPath } from '../paths.ts';
import { type Listing, ListSection } from './list-section.tsx';
import { stepTitles } from './step-page.tsx';

interface Props {
  readonly project: Project;
  readonly whole: WholeProject;
  readonly listing: Listing;
  readonly token: string;
}

/** The end of the path: the effect, the projection, the checklist, the plan. */
export function ProjectPage({ project, whole, listing, token }: Props) {
  const { id, name } = project;
  const plan = projectPlan(name, whole);
  const { essentials, paragraphs } = projectProjection(whole.numbers);
  const nearest = caseOf(whole.example);
  const note = otherwiseMeasured(plan);
  return (
    <>
      <h1>{name}</h1>
      <p class="mission">{typeset(whole.effect.statement)}</p>
      <h2>La projection</h2>
      <dl class="purpose">
        {essentials.map(([term, said]) => (
          <>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </>
        ))}
      </dl>
      {note !== null && <p>{note}</p>}
      <Fold title="Le calcul entier, et ce qu’il suppose">
        {paragraphs.map(({ title, sentences }) => (
          <>
            <h3>{title}</h3>
            {sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </>
        ))}
        <p>
          <a href="/methodes/avant-de-commencer">Comment ces nombres sont calculés</a>
        </p>
      </Fold>
      <h2>Ce qu’il reste à faire</h2>
      <ol>
        {projectChecklist(whole, plan).map((item) => (
          <li>{item}</li>
        ))}
      </ol>
      <ListSection project={id} token={token} {...listing} />
      <h2>Le plan de mesure</h2>
      <Nearest nearest={nearest} plan={plan} />
      <p>
        <a class="fr-btn fr-btn--secondary" href={`${projectPath(id)}/impact.yaml`} download="impact.yaml">
          Télécharger impact.yaml
        </a>
      </p>
      <details class="filter-more">
        <summary>Lire le plan ici</summary>
        <pre tabindex={0}>
          <code>{plan}</code>
        </pre>
      </details>
      <h2>Reprendre une étape</h2>
      <ol>
        {projectSteps.map((step) => (
          <li>
            <a href={stepPath(id, step)}>{typeset(stepTitles[step])}</a>
          </li>
        ))}
      </ol>
      <Fold title="Supprimer ce projet">
        <p>Rien n’en restera ici. Le plan que vous avez téléchargé, lui, reste chez vous.</p>
        <PostForm action={`${projectPath(id)}/supprimer`} token={token}>
          <SubmitButton secondary>Supprimer ce projet</SubmitButton>
        </PostForm>
      </Fold>
      <p>
        <a href={projectsPath}>Revenir à mes projets</a>
      </p>
    </>
  );
}

function Nearest({ nearest, plan }: { readonly nearest: Case | null; readonly plan: string }) {
  if (nearest === null) return null;
  const expected = plan.includes('# attendu sans le service');
  return (
    <p>
      Il part du cas <a href={casePath(nearest.id)}>{nearest.name}</a>, avec votre effet
      {expected ? ', votre référence et votre horizon' : ''}. Ce qui a trompé ce cas&nbsp;:{' '}
      {nearest.wentWrong}
    </p>
  );
}
