import { typeset } from '../../../platform/french/typography.ts';
import type { ShownField } from '../form/plan-form.ts';
import type { FieldProblem } from './form-section.tsx';
import { TableControl } from './table-control.tsx';

interface Props {
  readonly field: ShownField;
  readonly readOnly: boolean;
  readonly problems: readonly FieldProblem[];
}

/** A field with its label, its hint and what is wrong with it. */
export function FormField({ field, readOnly, problems }: Props) {
  const { name, label, hint, control } = field;
  const odd = control === 'table' ? field.rows === null : field.value === null;
  const help = odd ? 'Écrit d’une façon que ce formulaire ne change pas : passez au texte.' : hint;
  const messages = `${name}-messages`;
  const wrong = problems.length > 0;
  const isEmpty = field.control !== 'table' && field.value === '';
  const group =
    control === 'choice'
      ? `fr-select-group${wrong ? ' fr-select-group--error' : ''}`
      : `fr-input-group${wrong ? ' fr-input-group--error' : ''}`;
  const wrongs = (
    <div id={messages} data-said>
      {[...new Set(problems.map((problem) => said(problem, control, isEmpty)))].map((sentence) => (
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
        {wrongs}
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
      {wrongs}
    </div>
  );
}

/** What is wrong in a field, in the words of the form rather than of the text. */
function said({ sentence, wanted }: FieldProblem, control: ShownField['control'], isEmpty: boolean): string {
  if (wanted === undefined) return sentence;
  const asked = wanted.includes('{') ? '' : ` : il faut ${formWords(wanted)}`;
  if (control === 'choice') return 'À choisir dans la liste.';
  return isEmpty ? `À remplir${asked}.` : `À corriger${asked || ` : ${sentence}`}.`;
}

/** Durations and numbers as they are typed here: « 90 jours », « 0,05 ». */
const formWords = (wanted: string): string =>
  wanted
    .replace(/« (\d+)d »/g, '« $1 jours »')
    .replace(/« (\d+)w »/g, '« $1 semaines »')
    .replace(/« (\d+)\.(\d+) »/g, '« $1,$2 »');

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
    const nothing = choices.find(([choice]) => choice === '')?.[1] ?? 'Non précisé';
    return (
      <select class="fr-select" {...common} {...(reshapes && { 'data-reshapes': '' })}>
        {shown !== '' && !known && <option value={shown}>{shown}</option>}
        <option value="">{typeset(nothing)}</option>
        {choices
          .filter(([choice]) => choice !== '')
          .map(([choice, text]) => (
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
  const type = control === 'date' && /^(\d{4}-\d\d-\d\d)?$/.test(shown) ? 'date' : 'text';
  return <input class="fr-input" {...common} type={type} value={shown} autocomplete="off" />;
}
