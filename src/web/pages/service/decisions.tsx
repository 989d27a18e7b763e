import { frenchDay } from '../../../platform/french/date.ts';
import { typeset } from '../../../platform/french/typography.ts';
import type { DecisionView, TakenView } from '../../view/service-view.ts';

/** Part 7: what was decided on this evidence, when the team made it public. */
export function Decisions({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Ce qui a été décidé</h2>
      {decisions.length === 0 ? (
        <p class="unmeasured-line">Aucune décision n’a encore été rendue publique ici.</p>
      ) : (
        <ol class="timeline" reversed>
          {decisions.map(({ day, sentence, taken }) => (
            <li>
              {day !== null && <strong>{frenchDay(day)}. </strong>}
              {typeset(sentence)}
              {taken !== null && <Taken {...taken} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** On what it was decided, under which conditions, and what became of it. */
function Taken({ money, frozenOn, sha256, publication, conditions, entries, checks }: TakenView) {
  return (
    <>
      {money !== null && <p>{typeset(money)}</p>}
      {conditions.length > 0 && (
        <ul>
          {conditions.map(({ text, dueOn, state, word }) => (
            <li>
              {typeset(text)} (pour le {frenchDay(dueOn)})&nbsp;: {state.toLowerCase()}.
              {word !== null && <> {typeset(word)}</>}
            </li>
          ))}
        </ul>
      )}
      {entries.map(({ day, kind, text }) => (
        <p>
          <strong>
            {kind}, le {frenchDay(day)}.
          </strong>{' '}
          {typeset(text)}
        </p>
      ))}
      {checks.map(({ title, day, verdict, word, figures }) => (
        <>
          <p>
            <strong>
              {title}, le {frenchDay(day)}. {verdict}.
            </strong>{' '}
            {typeset(word)}
          </p>
          <ul>
            {figures.map((figure) => (
              <li>{typeset(figure)}</li>
            ))}
          </ul>
        </>
      ))}
      <p class="freshness">
        Décidé sur les preuves figées le {frenchDay(frozenOn)}
        {publication !== null && (
          <>
            , d’après <a href={publication.address}>la publication du {frenchDay(publication.day)}</a>
          </>
        )}
        . Empreinte (SHA-256)&nbsp;: <code class="committee-hash">{sha256}</code>
      </p>
    </>
  );
}
