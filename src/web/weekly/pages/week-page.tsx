import type { CommitteeNotice } from '../../../committee/sessions/committee-notices.ts';
import type { AccountRefusal } from '../../../platform/accounts/refusals.ts';
import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { ListedJob } from '../../../platform/jobs/list-jobs.ts';
import type { WeekSpace } from '../../../weekly/space/read-space.ts';
import { mondayOf } from '../../../weekly/week.ts';
import { PostForm } from '../../accounts/form-parts.tsx';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Notices } from '../../committee/sessions/pages/notices.tsx';
import { Alert } from '../../dsfr/alert.tsx';
import { spacePath } from '../../team/paths.ts';
import { jobsPath, remindersPath, weekPath } from '../paths.ts';
import { RunActions } from './run-actions.tsx';
import { RunState } from './run-state.tsx';
import { endButtons, endWords, Past, Written, whoText } from './week-entries.tsx';
import { CallsForm, LearnedForm, StepForm, type Unkept } from './week-forms.tsx';
import { Lines } from './week-lines.tsx';
import { YearOfWeeks } from './year-of-weeks.tsx';

export interface WeekPageProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly space: WeekSpace;
  readonly token: string;
  readonly mayWrite: boolean;
  readonly mayTakePart: boolean;
  /** Whether a plan is saved, so that a run can be made. */
  readonly hasPlan: boolean;
  readonly mayPublish: boolean;
  /** The last run asked for; null: none was. */
  readonly job: ListedJob | null;
  /** ISO 8601. */
  readonly now: string;
  readonly isDemonstration: boolean;
  /** Why what was just written is not kept; null: nothing was refused. */
  readonly refused: AccountRefusal | null;
  readonly unkept: Unkept | null;
  /** What waits in the committees of the service. */
  readonly notices: readonly CommitteeNotice[];
}

const mostMoves = 3;

export function WeekPage(props: WeekPageProps) {
  const { service, space, isDemonstration, mayTakePart, refused } = props;
  return (
    <>
      <p>
        <a href={spacePath(service.id)}>{service.name}</a>
      </p>
      <h1>La foulée de la semaine</h1>
      {refused !== null && (
        <Alert kind="error" title={refused.title}>
          <p>{typeset(`${refused.message} ${refused.advice}`)}</p>
        </Alert>
      )}
      <p class="mission">
        Semaine du {frenchDay(mondayOf(space.week))}. Dix minutes&nbsp;: regarder, écrire ce que vous avez
        appris, choisir une seule suite.
      </p>
      {(isDemonstration || space.run?.isSimulated === true) && (
        <p class="demonstration">
          Démonstration&nbsp;: les chiffres, les notes et les semaines passées sont inventés.
        </p>
      )}
      <ForTheCommittee {...props} />
      <Look {...props} />
      <Learned {...props} />
      <Next {...props} />
      <YearOfWeeks regularity={space.regularity} />
      {mayTakePart && (
        <p>
          <a href={remindersPath(service.id)}>Me rappeler cette page chaque semaine</a>
        </p>
      )}
      <Past entries={space.past} />
    </>
  );
}

/** What a committee waits for: seen each week, before the figures. */
function ForTheCommittee({ service, notices }: WeekPageProps) {
  if (notices.length === 0) return null;
  return (
    <section class="week-section" aria-labelledby="comite">
      <h2 id="comite">Pour le comité</h2>
      <Notices service={service.id} notices={notices} />
    </section>
  );
}

function Look(props: WeekPageProps) {
  const { service, space, hasPlan, job, now } = props;
  const { run } = space;
  return (
    <section class="week-section" aria-labelledby="regarder">
      <h2 id="regarder">1. Ce qui a bougé</h2>
      <RunState job={job} now={now} path={weekPath(service.id)} />
      {run === null && (
        <p>
          {hasPlan
            ? 'La première foulée n’est pas encore faite : Foulée mesure chaque lundi matin.'
            : 'Ce service n’a pas encore de plan de mesure : il n’y a rien à regarder cette semaine. Vous pouvez déjà noter ce que vous apprenez et choisir une suite.'}
        </p>
      )}
      {run !== null && run.week !== space.week && (
        <Alert kind="warning" title="La foulée de cette semaine n’est pas encore faite">
          <p>
            Ce qui suit date de la semaine du {frenchDay(mondayOf(run.week))}. Regardez{' '}
            <a href={jobsPath(service.id)}>les tâches</a>&nbsp;: la raison y est dite.
          </p>
        </Alert>
      )}
      {run !== null && (
        <>
          <Lines lines={run.reading.moved} most={mostMoves} none="Rien n’a bougé." />
          {run.reading.matured.length > 0 && (
            <>
              <h3>Devenu mûr</h3>
              <Lines lines={run.reading.matured} most={mostMoves} none="" />
            </>
          )}
          <h3>Ce qui manque ou ne marche plus</h3>
          <Lines lines={run.reading.broken} most={10} none="Rien ne manque." />
          <p class="freshness">Mesuré le {frenchInstant(run.at)}.</p>
        </>
      )}
      <RunActions {...props} />
    </section>
  );
}

function Learned(props: WeekPageProps) {
  const { space, mayWrite } = props;
  const learned = space.entries.filter(({ kind }) => kind === 'learned');
  const calls = space.entries.filter(({ kind }) => kind === 'calls');
  return (
    <section class="week-section" aria-labelledby="apprendre">
      <h2 id="apprendre">2. Ce que nous avons appris</h2>
      <Written entries={learned} {...props} />
      {mayWrite && <LearnedForm {...props} isFirst={learned.length === 0} />}
      <h3>Les appels passés à des usagers</h3>
      <Written entries={calls} {...props} />
      {calls.length === 0 && !mayWrite && <p>Aucun appel noté cette semaine.</p>}
      {mayWrite && <CallsForm {...props} />}
    </section>
  );
}

function Next(props: WeekPageProps) {
  const { space, service, token, mayWrite } = props;
  const step = space.entries.find(({ kind }) => kind === 'step');
  return (
    <section class="week-section" aria-labelledby="suite">
      <h2 id="suite">3. La suite</h2>
      {space.lastStep !== null && (
        <div class="week-last-step">
          <p>
            <strong>
              La dernière étape, choisie la semaine du {frenchDay(mondayOf(space.lastStep.week))}&nbsp;:
            </strong>{' '}
            {space.lastStep.text}
            {whoText(space.lastStep)}
          </p>
          {space.lastStep.stepEnd !== null && <p>{endWords[space.lastStep.stepEnd]}</p>}
          {mayWrite && (
            <PostForm action={`${weekPath(service.id)}/etapes/${space.lastStep.id}`} token={token}>
              <fieldset class="week-ends">
                <legend>Qu’est-elle devenue&nbsp;?</legend>
                {(['done', 'not-done', 'dropped'] as const).map((end) => (
                  <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit" name="fin" value={end}>
                    {endButtons[end]}
                  </button>
                ))}
              </fieldset>
            </PostForm>
          )}
        </div>
      )}
      {step === undefined ? (
        mayWrite ? (
          <StepForm {...props} />
        ) : (
          <p>Aucune étape n’est encore choisie cette semaine.</p>
        )
      ) : (
        <Written entries={[step]} {...props} />
      )}
    </section>
  );
}
