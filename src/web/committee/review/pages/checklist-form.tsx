import {
  type Answer,
  answerNames,
  type ChecklistItem,
  checklists,
  type DataQuality,
} from '../../../../committee/review/checklist.ts';
import type { ReviewSubject } from '../../../../committee/review/subjects.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { PostForm } from '../../../accounts/form-parts.tsx';
import { Alert } from '../../../dsfr/alert.tsx';
import { subjectPath } from '../paths.ts';
import { answerField, type FilledReview } from '../written-review.ts';

interface Props {
  readonly subject: ReviewSubject;
  readonly filled: FilledReview;
  /** Why what was sent was refused. */
  readonly error: { readonly title: string; readonly what: string; readonly advice: string } | null;
  readonly token: string;
}

const titles = { form: 'La matrice est-elle complète ?', substance: 'Le chiffre tient-il ?' } as const;

const qualityNames: Readonly<Record<DataQuality, string>> = {
  '10': 'Une fois sur dix (10 %)',
  '50': 'Une fois sur deux (50 %)',
  '90': 'Neuf fois sur dix (90 %)',
};

/** The checklist, what the reviewer retains, and the verdict. */
export function ChecklistForm({ subject, filled, error, token }: Props) {
  const { kind } = subject;
  return (
    <section class="review-part" aria-labelledby="avis">
      <h2 id="avis">{typeset(titles[kind])}</h2>
      {error !== null && (
        <Alert kind="error" title={error.title}>
          <p>
            {error.what} {error.advice}
          </p>
        </Alert>
      )}
      <PostForm action={`${subjectPath(subject.service, subject)}/avis`} token={token}>
        <div class="review-checklist">
          {checklists[kind].map((item) => (
            <Item item={item} answer={filled.answers.items[item.id] ?? null} />
          ))}
          {kind === 'substance' && <Quality quality={filled.answers.dataQuality} />}
        </div>
        <div class="fr-input-group">
          <label class="fr-label" for="synthese">
            Ce que vous retenez
            <span class="fr-hint-text">
              Une ou deux phrases pour l’équipe. Elles restent&nbsp;: sans nom ni coordonnées de personne.
            </span>
          </label>
          <textarea class="fr-input" id="synthese" name="synthese" rows={4} maxlength={2000} required>
            {`\n${filled.summary}`}
          </textarea>
        </div>
        <p>
          Le public lira votre rôle, votre organisation et la date, jamais votre nom. Un avis ne s’efface
          pas&nbsp;; un autre peut le suivre.
        </p>
        <div class="form-choices">
          <button class="fr-btn" type="submit" name="avis" value="approved">
            Approuver
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="avis" value="changes">
            Demander des changements
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function Item({ item, answer }: { readonly item: ChecklistItem; readonly answer: Answer | null }) {
  const { id, statement, hint, mayNotApply = false } = item;
  const choices = mayNotApply ? (['yes', 'no', 'not-applicable'] as const) : (['yes', 'no'] as const);
  return (
    <fieldset class="review-item">
      <legend>
        {typeset(statement)}
        <span class="fr-hint-text">{typeset(hint)}</span>
      </legend>
      {choices.map((choice) => (
        <Choice
          name={answerField(id)}
          value={choice}
          label={answerNames[choice]}
          checked={answer === choice}
        />
      ))}
    </fieldset>
  );
}

const Quality = ({ quality }: { readonly quality: DataQuality | null }) => (
  <fieldset class="review-item">
    <legend>
      Les données dont vient le chiffre sont justes…
      <span class="fr-hint-text">
        Un ordre de grandeur, après avoir relu quelques dossiers à la main. À 10&nbsp;%, le chiffre ne peut
        pas être approuvé.
      </span>
    </legend>
    {Object.entries(qualityNames).map(([value, label]) => (
      <Choice name="donnees" value={value} label={typeset(label)} checked={quality === value} />
    ))}
  </fieldset>
);

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

const Choice = ({ name, value, label, checked }: ChoiceProps) => (
  <div class="fr-radio-group">
    <input type="radio" id={`${name}-${value}`} name={name} value={value} checked={checked} />
    <label class="fr-label" for={`${name}-${value}`}>
      {label}
    </label>
  </div>
);
