import { Fold } from '../../dsfr/fold.tsx';
import type { FormSection, ShownField } from '../form/plan-form.ts';

interface Props {
  readonly sections: readonly FormSection[];
  readonly text: string;
  readonly readOnly: boolean;
}

/** The same document by fields; the text goes along, so that comments and all the form does not show are kept. */
export function FormEditor({ sections, text, readOnly }: Props) {
  return (
    <>
      <input type="hidden" name="texte" value={text} />
      {sections.map(({ id, title, fields }, rank) => (
        <Fold title={title} id={id} open={rank === 0 || id.startsWith('indicateur')}>
          <div class="plan-fields">
            {fields.map((field) => (
              <Field field={field} readOnly={readOnly} />
            ))}
          </div>
        </Fold>
      ))}
      <p>
        Ajouter une source, un indicateur, une comparaison ou une décision se fait dans le texte. Ce que ce
        formulaire ne montre pas, les commentaires compris, est gardé tel quel.
      </p>
    </>
  );
}

function Field({ field, readOnly }: { readonly field: ShownField; readonly readOnly: boolean }) {
  const { name, label, hint, value } = field;
  return (
    <div class={field.kind === 'choice' ? 'fr-select-group' : 'fr-input-group'}>
      <label class="fr-label" for={name}>
        {label}
        {value === null ? (
          <span class="fr-hint-text">
            Écrit d’une façon que ce formulaire ne change pas&nbsp;: passez au texte.
          </span>
        ) : (
          hint !== undefined && <span class="fr-hint-text">{hint}</span>
        )}
      </label>
      <Control field={field} readOnly={readOnly || value === null} />
    </div>
  );
}

function Control({ field, readOnly }: { readonly field: ShownField; readonly readOnly: boolean }) {
  const { name, kind, value, choices = [] } = field;
  const shown = value ?? '';
  if (kind === 'choice') {
    const known = choices.some(([choice]) => choice === shown);
    return (
      <select class="fr-select" id={name} name={name} disabled={readOnly}>
        {!known && <option value={shown}>{shown === '' ? 'Non précisé' : shown}</option>}
        {choices.map(([choice, text]) => (
          <option value={choice} selected={choice === shown}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'list' || kind === 'long') {
    const rows = kind === 'list' ? Math.max(2, shown.split('\n').length + 1) : 3;
    return (
      <textarea class="fr-input" id={name} name={name} rows={rows} disabled={readOnly}>
        {`\n${shown}`}
      </textarea>
    );
  }
  return (
    <input
      class="fr-input"
      id={name}
      name={name}
      type="text"
      value={shown}
      autocomplete="off"
      disabled={readOnly}
    />
  );
}
