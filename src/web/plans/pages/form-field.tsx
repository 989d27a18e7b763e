import { typeset } from '../../../platform/french/typography.ts';
import type { ShownField } from '../form/plan-form.ts';
import { TableControl } from './table-control.tsx';

interface Props {
  readonly field: ShownField;
  readonly readOnly: boolean;
  readonly errors: readonly string[];
}

/** A field with its label, its hint and what is wrong with it. */
export function FormField({ field, readOnly, errors }: Props) {
  const { name, label, hint, control } = field;
  const odd = control === 'table' ? field.rows === null : field.value === null;
  const help = odd ? 'Écrit d’une façon que ce formulaire ne change pas : passez au texte.' : hint;
  const messages = `${name}-messages`;
  const wrong = errors.length > 0;
  const group =
    control === 'choice'
      ? `fr-select-group${wrong ? ' fr-select-group--error' : ''}`
      : `fr-input-group${wrong ? ' fr-input-group--error' : ''}`;
  const said = (
    <div id={messages} data-said>
      {errors.map((sentence) => (
        <p class="fr-error-text">{typeset(sentence)}</p>
      ))}
    </div>
  );
  if (field.control === 'table') {
    return (
      <fieldset class="plan-table" id={name} aria-describedby={messages} disabled={readOnly || odd}>
        <legend class="fr-label">
          {typeset(label)}
          {help !== undefined && <span class="fr-hint-text">{typeset(help)}</span>}
        </legend>
        {field.rows !== null && <TableControl field={field} rows={field.rows} />}
        {said}
      </fieldset>
    );
  }
  return (
    <div class={group}>
      <label class="fr-label" for={name}>
        {typeset(label)}
        {help !== undefined && <span class="fr-hint-text">{typeset(help)}</span>}
      </label>
      <Control field={field} messages={messages} readOnly={readOnly || odd} />
      {said}
    </div>
  );
}

interface ControlProps {
  readonly field: Exclude<ShownField, { readonly control: 'table' }>;
  readonly messages: string;
  readonly readOnly: boolean;
}

function Control({ field, messages, readOnly }: ControlProps) {
  const { name, control, value, choices = [], reshapes = false } = field;
  const shown = value ?? '';
  const common = { id: name, name, disabled: readOnly, 'aria-describedby': messages };
  if (control === 'choice') {
    const known = choices.some(([choice]) => choice === shown);
    return (
      <select class="fr-select" {...common} {...(reshapes && { 'data-reshapes': '' })}>
        {(shown === '' || !known) && <option value={shown}>{shown === '' ? 'Non précisé' : shown}</option>}
        {shown !== '' && <option value="">Non précisé</option>}
        {choices.map(([choice, text]) => (
          <option value={choice} selected={choice === shown}>
            {typeset(text)}
          </option>
        ))}
      </select>
    );
  }
  if (control === 'list' || control === 'long') {
    const rows = control === 'list' ? Math.max(2, shown.split('\n').length + 1) : 3;
    return (
      <textarea class="fr-input" {...common} rows={rows}>
        {`\n${shown}`}
      </textarea>
    );
  }
  return <input class="fr-input" {...common} type="text" value={shown} autocomplete="off" />;
}
