import type { DecisionCheck } from '../../../../committee/sessions/decision.ts';
import { checkVerdicts, checkWords, lookWords } from '../../../../committee/sessions/decision-words.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { parisDay } from '../../../../platform/paris-time.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { sessionPath } from '../paths.ts';
import type { DecidedProps } from './decision-section.tsx';
import { Choices, TextArea } from './fields.tsx';

/** What happened since: what was written, and the form when it is time to look back. */
export function CheckSection(props: DecidedProps) {
  const { decision, due, place, session, token } = props;
  return (
    <>
      {decision.checks.map((check) => (
        <WrittenCheck {...check} />
      ))}
      {due !== null && (
        <div class="next-to-do">
          <h3>{lookWords[due.months]}&nbsp;: qu’est-ce que cette décision a donné&nbsp;?</h3>
          <Figures figures={due.found.figures} />
          {place.mayPrepare && (
            <PostForm action={`${sessionPath(session.service, session.id)}/relecture`} token={token}>
              <Choices
                name="verdict"
                legend="Avec le recul"
                options={checkVerdicts.map((value) => ({ value, text: checkWords[value] }))}
              />
              <TextArea
                name="mot"
                id="relecture-mot"
                label="Ce qui s’est passé"
                hint="Ce que l’on ferait autrement, par exemple. Ce texte ne changera plus."
              />
              <SubmitButton>Garder cette relecture</SubmitButton>
            </PostForm>
          )}
        </div>
      )}
    </>
  );
}

function WrittenCheck({ months, verdict, word, figures, at }: DecisionCheck) {
  return (
    <>
      <h3>{lookWords[months]}</h3>
      <p>
        <span class="week-mark">{checkWords[verdict]}</span>
        {typeset(word)}
      </p>
      <Figures figures={figures} />
      <p class="freshness">Écrit le {frenchDay(parisDay(at))}.</p>
    </>
  );
}

const Figures = ({ figures }: Pick<DecisionCheck, 'figures'>) => (
  <ul>
    {figures.map((sentence) => (
      <li>{typeset(sentence)}</li>
    ))}
  </ul>
);
