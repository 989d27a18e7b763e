import { resultVerdicts, resultWords } from '../../../../committee/sessions/decision-words.ts';
import { judgeObjective } from '../../../../committee/sessions/judge-objective.ts';
import type { JudgedObjective, ObjectiveResult } from '../../../../committee/sessions/results.ts';
import { longestWord } from '../../../../committee/sessions/written.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { sessionPath } from '../paths.ts';
import { Choices, TextArea } from './fields.tsx';
import type { SessionPageProps } from './session-page.tsx';

/** What was to be reached by now, and what became of it. */
export function LastObjectives(props: SessionPageProps) {
  const { session } = props;
  const { previous, lastObjectives } = session;
  return (
    <section class="week-section" aria-labelledby="derniers-objectifs">
      <h2 id="derniers-objectifs">Les objectifs de la dernière fois</h2>
      {previous === null && <p>C’est le premier comité suivi ici&nbsp;: aucun objectif n’avait été écrit.</p>}
      {previous !== null && lastObjectives.length === 0 && (
        <p>Le comité du {frenchDay(previous.day)} n’avait écrit aucun objectif.</p>
      )}
      {lastObjectives.length > 0 && (
        <ul class="week-lines">
          {lastObjectives.map((objective) => (
            <Line objective={objective} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
}

type LineProps = SessionPageProps & { readonly objective: JudgedObjective };

function Line(props: LineProps) {
  const { objective, session, known, today } = props;
  const { tie, result, dueOn } = objective;
  const figure = known.find(({ indicator }) => indicator === tie?.indicator) ?? null;
  const said = result ?? (tie === null ? null : judgeObjective({ tie, dueOn }, figure, today));
  const open = session.frozen === null && tie === null && props.place.mayPrepare;
  return (
    <li>
      <p class="week-text">
        <strong>{typeset(objective.text)}</strong> D’ici le {frenchDay(dueOn)}.
      </p>
      {said === null ? <p class="unmeasured-line">Résultat à écrire.</p> : <Said {...said} />}
      {open &&
        (said === null ? (
          <ResultForm {...props} />
        ) : (
          <Fold title="Changer ce résultat">
            <ResultForm {...props} />
          </Fold>
        ))}
    </li>
  );
}

function Said({ verdict, word, isComputed }: ObjectiveResult) {
  return (
    <p>
      <span class="week-mark">{resultWords[verdict]}</span>
      {typeset(word)}
      {!isComputed && <span class="freshness"> D’après l’équipe.</span>}
    </p>
  );
}

function ResultForm({ objective, session, token }: LineProps) {
  const { id, result } = objective;
  return (
    <PostForm
      action={`${sessionPath(session.service, session.id)}/resultats`}
      token={token}
      hidden={{ objectif: id }}
    >
      <Choices
        name="resultat"
        id={`resultat-${id}`}
        legend="Est-il atteint ?"
        options={resultVerdicts.map((value) => ({ value, text: resultWords[value] }))}
        value={result?.verdict ?? null}
      />
      <TextArea
        name="mot"
        id={`mot-${id}`}
        label="En un mot"
        hint="Ce qui a été fait, ou pourquoi pas."
        value={result?.word ?? ''}
        rows={2}
        longest={longestWord}
      />
      <SubmitButton secondary about={objective.text}>
        Garder ce résultat
      </SubmitButton>
    </PostForm>
  );
}
