import type { CommitteeEvidence } from '../../../../committee/evidence/evidence.ts';
import {
  criteria,
  criterionWords,
  decisionKinds,
  decisionWords,
} from '../../../../committee/sessions/decision-words.ts';
import type { CommitteeSession } from '../../../../committee/sessions/session.ts';
import { longestWord } from '../../../../committee/sessions/written.ts';
import type { AccountRefusal } from '../../../../platform/accounts/refusals.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm, SubmitButton, TextField } from '../../../accounts/form-parts.tsx';
import { Select } from '../../../dsfr/select.tsx';
import { headlineParts } from '../../../pages/split-sentence.ts';
import { dossierPath } from '../../dossier/paths.ts';
import { RefusedForm } from '../../refused-form.tsx';
import { conditionRows, longestReason } from '../decision-form.ts';
import { decidePath, sessionPath } from '../paths.ts';
import { Choices, DayField, TextArea } from './fields.tsx';
import { gridFacts } from './grid-facts.ts';

interface Props {
  readonly name: string;
  readonly session: CommitteeSession;
  /** As it was frozen. */
  readonly evidence: CommitteeEvidence;
  readonly today: string;
  readonly token: string;
  /** What was already written, by field. */
  readonly typed: ReadonlyMap<string, string>;
  /** What is wrong with it; null: nothing. */
  readonly error: AccountRefusal | null;
}

export function DecidePage(props: Props) {
  const { name, session, today, token, typed, error } = props;
  const value = (field: string) => typed.get(field) ?? '';
  return (
    <>
      <p>
        <a href={sessionPath(session.service, session.id)}>Le comité du {frenchDay(session.plannedOn)}</a>
      </p>
      <h1>Écrire la décision&nbsp;: {name}</h1>
      <RefusedForm error={error} />
      <p class="mission">
        Elle porte sur les preuves figées le {frenchDay(session.frozen?.day ?? today)}, et ne changera plus.{' '}
        <a href={dossierPath(session.service, session.id)}>Relire le dossier</a>
      </p>
      <Known {...props} />
      <PostForm action={decidePath(session.service, session.id)} token={token}>
        <Scores {...props} />
        <h2>La décision</h2>
        <Choices
          name="decision"
          legend="Le comité décide de"
          options={decisionKinds.map((kind) => ({
            value: kind,
            text: decisionWords[kind].name,
            hint: typeset(decisionWords[kind].means),
          }))}
          value={value('decision')}
        />
        <TextArea
          name="raison"
          label="Pourquoi"
          hint="En quelques phrases, pour qui relira dans six mois."
          value={value('raison')}
          rows={5}
        />
        <TextField
          name="montant"
          label="Montant en euros, s’il y en a un"
          hint="Toutes taxes comprises. Par exemple 120 000."
          value={value('montant')}
          optional
        />
        <DayField
          name="jusquau"
          label="Jusqu’à quel jour"
          hint="Pour apporter une preuve : un ou deux mois. Le prochain comité se prévoit de lui-même avant ce jour."
          value={value('jusquau')}
          optional
        />
        <DayField name="jour" label="Jour de la décision" value={value('jour') || today} />
        <h2>Les conditions</h2>
        <p>
          Ce qui devra être montré, et pour quand&nbsp;: l’équipe le verra chaque semaine. Pour un délai, la
          première est la preuve qui manque. Laissez vide ce qui ne sert pas.
        </p>
        {conditionRows.map((row) => (
          <div class="committee-condition">
            <TextArea
              name={`condition-${row}`}
              label={`Condition ${row}`}
              value={value(`condition-${row}`)}
              rows={2}
              longest={longestWord}
              optional
            />
            <DayField
              name={`echeance-${row}`}
              label={`Échéance de la condition ${row}`}
              value={value(`echeance-${row}`)}
              optional
            />
          </div>
        ))}
        <Choices
          name="publique"
          legend="Cette décision est"
          options={[
            {
              value: 'oui',
              text: 'Publique',
              hint: 'Elle paraît sur la page du service, avec sa raison, ses conditions, ce que l’équipe en dit et ses relectures, pour toujours.',
            },
            {
              value: 'non',
              text: 'Pas publique',
              hint: 'Seules les personnes qui ont un rôle sur ce service la lisent. Elle pourra être rendue publique plus tard.',
            },
          ]}
          value={value('publique')}
        />
        <SubmitButton>Prendre cette décision</SubmitButton>
      </PostForm>
    </>
  );
}

/** The question, the figure and the suggestion, in three lines. */
function Known({ session, evidence: { figures, main, measure, suggestion } }: Props) {
  const known = figures.find(({ indicator }) => indicator === main)?.sentence;
  const [sentence] = headlineParts(
    known ?? (measure.kind === 'none' ? measure.sentence : 'Pas encore de chiffre.'),
  );
  return (
    <>
      {session.question !== null && <p class="week-text">{typeset(session.question)}</p>}
      <p class="week-text">
        <strong>{typeset(sentence)}</strong>
      </p>
      <p class="desk-suggestion">
        Ce que suggèrent les données&nbsp;: <strong>{typeset(suggestion.words)}</strong>&nbsp;:{' '}
        {typeset(suggestion.short)}.
      </p>
    </>
  );
}

function Scores({ typed, session, evidence }: Props) {
  const facts = gridFacts(session, evidence);
  const value = (field: string) => typed.get(field) ?? '';
  return (
    <>
      <h2>La grille</h2>
      <p>De 0 (pas du tout) à 5 (tout à fait). Ne pas noter vaut mieux que noter au hasard.</p>
      {criteria.map((criterion) => (
        <fieldset class="committee-score">
          <legend>{typeset(criterionWords[criterion])}</legend>
          {facts[criterion].map((fact) => (
            <p class="freshness">{fact}</p>
          ))}
          <Select
            name={`note-${criterion}`}
            label="Note sur 5"
            any="Pas noté"
            options={[0, 1, 2, 3, 4, 5].map((score) => ({ value: String(score), text: String(score) }))}
            value={value(`note-${criterion}`)}
          />
          <TextArea
            name={`mot-${criterion}`}
            label="En un mot"
            value={value(`mot-${criterion}`)}
            rows={1}
            longest={longestReason}
            optional
          />
        </fieldset>
      ))}
    </>
  );
}
