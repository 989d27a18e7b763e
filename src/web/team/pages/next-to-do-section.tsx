import { frenchList } from '../../../platform/french/number.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { ListedJob } from '../../../platform/jobs/list-jobs.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { planPath } from '../../plans/paths.ts';
import { isUnderWay, RunState } from '../../weekly/pages/run-state.tsx';
import { runPublicationPath, weekPath } from '../../weekly/paths.ts';
import { collectPath, depositPath, spacePath } from '../paths.ts';
import { nextToDo, nextToDoSteps, type Progress } from '../space/next-to-do.ts';

export interface NextToDoProps {
  readonly id: string;
  readonly progress: Progress;
  /** The last weekly run asked for; null: none was. */
  readonly job: ListedJob | null;
  /** ISO 8601. */
  readonly now: string;
  readonly token: string;
  readonly mayWrite: boolean;
}

const way = nextToDoSteps.slice(0, 5);

const titles = {
  plan: 'Écrire le plan de mesure',
  data: 'Déposer les données',
  run: 'Faire la première foulée',
  publish: 'Publier le premier chiffre',
  week: 'Regarder la foulée de la semaine',
  rest: 'Rien d’autre cette semaine',
} as const;

/** The one thing to do next, and where it stands on the way. */
export function NextToDoSection(props: NextToDoProps) {
  const { id, progress, job, now } = props;
  const step = nextToDo(progress);
  const rank = way.indexOf(step);
  return (
    <section class="next-to-do" aria-labelledby="a-faire">
      {rank >= 0 && rank < 4 && <p class="freshness">Étape {rank + 1} sur 4</p>}
      <h2 id="a-faire">{titles[step]}</h2>
      {step === 'run' && <RunState job={job} now={now} path={spacePath(id)} />}
      <What {...props} />
    </section>
  );
}

function What({ id, progress, job, now, token, mayWrite }: NextToDoProps) {
  const step = nextToDo(progress);
  const run = (
    <PostForm action={`${weekPath(id)}/mesurer`} token={token}>
      <SubmitButton secondary={step !== 'run'}>Lancer la foulée maintenant</SubmitButton>
    </PostForm>
  );
  const may = mayWrite && !isUnderWay(job, now);
  if (step === 'plan') {
    return (
      <>
        <p>
          Dire ce qui ira mieux, pour qui, et à quoi vous le verrez, avant de regarder le moindre chiffre.
        </p>
        <Main href={planPath(id)}>{mayWrite ? 'Écrire le plan' : 'Lire le point de départ'}</Main>
      </>
    );
  }
  if (step === 'data') {
    const names = typeset(frenchList(progress.waiting.map((name) => `« ${name} »`)));
    return (
      <>
        <p>
          Le plan attend {names}. Un fichier suffit pour commencer&nbsp;; plus tard, les données pourront{' '}
          <a href={collectPath(id)}>arriver d’elles-mêmes</a>.
        </p>
        {mayWrite && <Main href={depositPath(id)}>Déposer un fichier de données</Main>}
      </>
    );
  }
  if (step === 'run') {
    return (
      <>
        <p>Foulée prend les données, mesure, et dit ce qu’elle a trouvé. Rien n’est publié.</p>
        {may && run}
      </>
    );
  }
  if (step === 'publish') {
    return (
      <>
        <p>
          Un chiffre est mesuré. Lisez-le dans <a href={weekPath(id)}>la foulée de la semaine</a>, puis voyez
          ce que le public en lira&nbsp;: rien ne paraît sans votre accord.
        </p>
        {mayWrite && (
          <div class="form-choices">
            <PostForm action={runPublicationPath(id)} token={token}>
              <SubmitButton>Publier ce chiffre</SubmitButton>
            </PostForm>
            {may && run}
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <p>
        {step === 'week'
          ? 'Dix minutes en équipe : regarder ce qui a bougé, écrire ce que vous avez appris, choisir une seule suite.'
          : 'La foulée de cette semaine est faite. Vous pouvez encore y écrire.'}
      </p>
      <div class="form-choices">
        <Main href={weekPath(id)}>La foulée de la semaine</Main>
        {may && progress.hasPlan && run}
      </div>
    </>
  );
}

const Main = ({ href, children }: { readonly href: string; readonly children: string }) => (
  <p>
    <a class="fr-btn" href={href}>
      {children}
    </a>
  </p>
);
