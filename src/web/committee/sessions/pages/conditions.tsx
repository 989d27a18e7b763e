import { conditionState } from '../../../../committee/sessions/condition-state.ts';
import type { Condition } from '../../../../committee/sessions/decision.ts';
import { conditionWords } from '../../../../committee/sessions/decision-words.ts';
import { longestWord } from '../../../../committee/sessions/written.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { parisDay } from '../../../../platform/paris-time.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { sessionPath } from '../paths.ts';
import type { DecidedProps } from './decision-section.tsx';
import { Choices, TextArea } from './fields.tsx';

/** What was asked with the decision, and what the team says of it. */
export function Conditions(props: DecidedProps) {
  const { conditions } = props.decision;
  if (conditions.length === 0) return null;
  return (
    <>
      <h3>{conditions.some(({ isProof }) => isProof) ? 'La preuve demandée' : 'Les conditions'}</h3>
      <ul class="week-lines">
        {conditions.map((condition) => (
          <li>
            <p class="week-text">
              <Mark condition={condition} today={props.today} />
              {typeset(condition.text)}
            </p>
            <p class="freshness">Pour le {frenchDay(condition.dueOn)}.</p>
            {condition.answer !== null && (
              <p>
                L’équipe, le {frenchDay(parisDay(condition.answer.at))}&nbsp;:{' '}
                {typeset(condition.answer.word)}
              </p>
            )}
            {props.place.mayPrepare && <AnswerForm {...props} condition={condition} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Mark({ condition, today }: { readonly condition: Condition; readonly today: string }) {
  const state = conditionState(condition, today);
  return (
    <span class={state === 'late' ? 'week-mark week-mark-broken' : 'week-mark'}>{conditionWords[state]}</span>
  );
}

function AnswerForm({
  condition,
  decision,
  session,
  token,
}: DecidedProps & { readonly condition: Condition }) {
  const { id, answer, text } = condition;
  return (
    <Fold title={answer === null ? 'Dire ce qu’il en est' : 'Dire autre chose'}>
      <PostForm
        action={`${sessionPath(session.service, session.id)}/conditions`}
        token={token}
        hidden={{ condition: id }}
      >
        <Choices
          name="remplie"
          id={`remplie-${id}`}
          legend="Est-elle remplie ?"
          options={[
            { value: 'oui', text: 'Oui' },
            { value: 'non', text: 'Non' },
          ]}
        />
        <TextArea
          name="mot"
          id={`mot-${id}`}
          label="En un mot"
          hint={`Ce qui le montre, ou ce qui a manqué. Ce qui a déjà été dit reste gardé.${decision.isPublic ? ' Cette décision est publique : ce mot le sera aussi.' : ''}`}
          rows={2}
          longest={longestWord}
        />
        <SubmitButton secondary about={text.slice(0, 60)}>
          Enregistrer
        </SubmitButton>
      </PostForm>
    </Fold>
  );
}
