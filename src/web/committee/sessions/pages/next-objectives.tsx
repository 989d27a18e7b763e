import { goal } from '../../../../committee/sessions/judge-objective.ts';
import type { Objective } from '../../../../committee/sessions/objectives.ts';
import { longestWord } from '../../../../committee/sessions/written.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton, TextField } from '../../../accounts/form-parts.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { sessionPath } from '../paths.ts';
import { DayField, TextArea } from './fields.tsx';
import type { SessionPageProps } from './session-page.tsx';

/** What the team proposes to reach by the next committee. */
export function NextObjectives(props: SessionPageProps) {
  const { session, token, place } = props;
  const open = session.frozen === null && place.mayPrepare;
  return (
    <section class="week-section" aria-labelledby="prochains-objectifs">
      <h2 id="prochains-objectifs">Les prochains objectifs</h2>
      {session.objectives.length === 0 && <p>Aucun objectif n’est {open ? 'encore ' : ''}écrit.</p>}
      {session.objectives.length > 0 && (
        <ul class="week-written">
          {session.objectives.map((objective) => (
            <li>
              <p class="week-text">
                <strong>{typeset(objective.text)}</strong> D’ici le {frenchDay(objective.dueOn)}.
              </p>
              <p class="freshness">{typeset(readOn(objective, props))}</p>
              {open && (
                <PostForm
                  action={`${sessionPath(session.service, session.id)}/objectifs/${objective.id}/retirer`}
                  token={token}
                >
                  <SubmitButton secondary about={objective.text.slice(0, 60)}>
                    Retirer
                  </SubmitButton>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {open &&
        (session.objectives.length === 0 ? (
          <ObjectiveForm {...props} />
        ) : (
          <Fold title="Ajouter un objectif">
            <ObjectiveForm {...props} />
          </Fold>
        ))}
    </section>
  );
}

/** How one will know. */
function readOn({ tie }: Objective, { known, session }: SessionPageProps): string {
  if (tie === null) return 'L’équipe dira ce qu’il en est au prochain comité.';
  const found = known.find(({ indicator }) => indicator === tie.indicator);
  const figure = found?.figure ?? null;
  if (found === undefined || figure === null)
    return 'Se lira sur un indicateur qui n’a pas de chiffre à ce jour.';
  const at = figure.at === '' ? '' : ` ${figure.at}`;
  const now = session.frozen === null ? 'aujourd’hui' : 'ce jour-là';
  return `Se lira sur « ${found.name} » : un objectif ${goal(tie, figure.say)}${at} ; ${now}, ${figure.say(figure.value)}.`;
}

function ObjectiveForm({ session, known, token }: SessionPageProps) {
  const tied = known.flatMap(({ indicator, name, figure }) =>
    figure === null ? [] : [{ value: indicator, text: `${name} (aujourd’hui ${figure.say(figure.value)})` }],
  );
  return (
    <PostForm action={`${sessionPath(session.service, session.id)}/objectifs`} token={token}>
      <TextArea
        name="texte"
        id="objectif-texte"
        label="Ce qui sera mieux"
        hint="Un effet plutôt qu’une fonction. Par exemple : « 15 personnes sur 100 embauchées en six mois »."
        rows={2}
        longest={longestWord}
      />
      <DayField name="echeance" label="Pour quel jour" />
      {tied.length > 0 && (
        <>
          <Select
            name="indicateur"
            label="Comment on le saura"
            any="L’équipe le dira au prochain comité"
            options={tied}
          />
          <Select
            name="sens"
            label="Le chiffre devra être"
            options={[
              { value: 'at-least', text: 'au moins' },
              { value: 'at-most', text: 'au plus' },
            ]}
          />
          <TextField
            name="cible"
            label="La cible"
            hint="En chiffres, comme le chiffre se dit aujourd’hui : 15 pour « 15 sur 100 ». À laisser vide si l’équipe le dira."
            optional
          />
        </>
      )}
      <SubmitButton secondary>Ajouter cet objectif</SubmitButton>
    </PostForm>
  );
}
