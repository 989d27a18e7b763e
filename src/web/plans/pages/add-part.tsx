import type { Choice } from '../form/field.ts';
import { methods } from '../form/parts/method-fields.ts';
import { sourceKinds } from '../form/parts/source-kinds.ts';

interface Props {
  readonly typed: ReadonlyMap<string, string>;
  readonly path: string;
}

export const AddSource = ({ typed, path }: Props) => (
  <Adding
    title="Ajouter une source"
    name={{ id: 'nouvelle-source', label: 'Son nom', hint: 'Un mot : usage, embauches, reponses…' }}
    kind={{ id: 'nouvelle-source-sorte', label: 'Ce qu’est une ligne', choices: sourceKinds }}
    button={{ value: 'ajouter-source', text: 'Ajouter cette source' }}
    typed={typed}
    path={path}
  />
);

export const AddIndicator = ({ typed, path }: Props) => (
  <Adding
    title="Ajouter un indicateur"
    name={{
      id: 'nouvel-indicateur',
      label: 'Son nom',
      hint: 'Ce qu’il compte : retours à l’emploi à six mois.',
    }}
    kind={{ id: 'nouvel-indicateur-methode', label: 'Comment il est mesuré', choices: methods }}
    button={{ value: 'ajouter-indicateur', text: 'Ajouter cet indicateur' }}
    typed={typed}
    path={path}
  />
);

interface AddingProps extends Props {
  readonly title: string;
  readonly name: { readonly id: string; readonly label: string; readonly hint: string };
  readonly kind: { readonly id: string; readonly label: string; readonly choices: readonly Choice[] };
  readonly button: { readonly value: string; readonly text: string };
}

function Adding({ title, name, kind, button, typed, path }: AddingProps) {
  return (
    <fieldset class="plan-adding">
      <legend>{title}</legend>
      <div class="plan-fields">
        <div class="fr-input-group">
          <label class="fr-label" for={name.id}>
            {name.label}
            <span class="fr-hint-text">{name.hint}</span>
          </label>
          <input
            class="fr-input"
            id={name.id}
            name={name.id}
            type="text"
            maxlength={200}
            value={typed.get(name.id) ?? ''}
            autocomplete="off"
          />
        </div>
        <div class="fr-select-group">
          <label class="fr-label" for={kind.id}>
            {kind.label}
          </label>
          <select class="fr-select" id={kind.id} name={kind.id}>
            {kind.choices.map(([value, text]) => (
              <option value={value} selected={value === typed.get(kind.id)}>
                {text}
              </option>
            ))}
          </select>
        </div>
      </div>
      <button
        class="fr-btn fr-btn--secondary fr-btn--sm"
        type="submit"
        name="faire"
        value={button.value}
        formaction={`${path}#ajout`}
      >
        {button.text}
      </button>
    </fieldset>
  );
}
