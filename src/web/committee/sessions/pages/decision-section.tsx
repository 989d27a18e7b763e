import { nextCheckOn } from '../../../../committee/sessions/check-due.ts';
import type { Decision } from '../../../../committee/sessions/decision.ts';
import {
  criteria,
  criterionWords,
  decisionWords,
  entryWords,
} from '../../../../committee/sessions/decision-words.ts';
import { moneySentence } from '../../../../committee/sessions/money-sentence.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { parisDay } from '../../../../platform/paris-time.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { sessionPath } from '../paths.ts';
import { CheckSection } from './check-section.tsx';
import { Conditions } from './conditions.tsx';
import { Choices, TextArea } from './fields.tsx';
import type { SessionPageProps } from './session-page.tsx';

export type DecidedProps = SessionPageProps & { readonly decision: Decision };

/** What was decided, on what, and all that was said of it since. */
export function DecisionSection(props: DecidedProps) {
  const { decision, today } = props;
  const next = nextCheckOn(decision, today);
  const money = moneySentence(decision);
  return (
    <section class="week-section committee-decision" aria-labelledby="decision">
      <h2 id="decision">Ce qui a été décidé</h2>
      <p class="committee-verdict">{typeset(decisionWords[decision.kind].name)}</p>
      <p class="week-text">{typeset(decision.reason)}</p>
      {money !== null && <p>{typeset(money)}</p>}
      <p class="freshness">
        Décidé le {frenchDay(decision.decidedOn)},{' '}
        {decision.isPublic ? 'décision publique' : 'décision qui n’est pas publique'}. Empreinte des preuves
        (SHA-256)&nbsp;: <code class="committee-hash">{decision.evidence.sha256}</code>
      </p>
      <Said {...decision} />
      <Grid {...decision} />
      <Conditions {...props} />
      <CheckSection {...props} />
      {next !== null && decision.checks.length === 0 && props.due === null && (
        <p class="freshness">Cette décision se relira le {frenchDay(next)}.</p>
      )}
      {props.place.mayDecide && <Complete {...props} />}
    </section>
  );
}

/** What was added beside the decision, oldest first. */
function Said({ entries }: Pick<Decision, 'entries'>) {
  if (entries.length === 0) return null;
  return (
    <ul class="week-lines">
      {entries.map(({ kind, text, at }) => (
        <li>
          <span class="week-mark">{entryWords[kind]}</span>
          {frenchDay(parisDay(at))}&nbsp;: {typeset(text)}
        </li>
      ))}
    </ul>
  );
}

function Grid({ grid }: Pick<Decision, 'grid'>) {
  const scored = criteria.filter((own) => grid[own].score !== null || grid[own].reason !== null);
  if (scored.length === 0) return null;
  return (
    <>
      <h3>La grille du sponsor</h3>
      <dl class="committee-grid">
        {scored.map((own) => (
          <div>
            <dt>{typeset(criterionWords[own])}</dt>
            <dd>
              <strong>{grid[own].score === null ? 'Pas noté' : `${grid[own].score} sur 5`}</strong>
              {grid[own].reason !== null && <>. {typeset(grid[own].reason ?? '')}</>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Complete({ decision, session, token }: DecidedProps) {
  return (
    <Fold title="Compléter, corriger ou rendre publique">
      <p>Une décision ne change jamais. Ce que vous écrivez se lira à côté, daté.</p>
      <PostForm action={`${sessionPath(session.service, session.id)}/decision`} token={token}>
        <Choices
          name="nature"
          legend="Ce que vous voulez faire"
          options={[
            { value: 'addition', text: 'Compléter', hint: 'Ajouter ce qui manquait.' },
            { value: 'correction', text: 'Corriger', hint: 'Dire ce qui était faux.' },
            ...(decision.isPublic
              ? []
              : [
                  {
                    value: 'made-public',
                    text: 'Rendre publique',
                    hint: 'La décision, ses conditions, ce que l’équipe en a dit et ses relectures paraîtront sur la page du service, pour toujours.',
                  },
                ]),
          ]}
        />
        <TextArea
          name="raison"
          id="complement-raison"
          label="Ce qu’il faut lire, et pourquoi"
          {...(decision.isPublic && { hint: 'Cette décision est publique : ce texte le sera aussi.' })}
        />
        <SubmitButton secondary>Ajouter</SubmitButton>
      </PostForm>
    </Fold>
  );
}
