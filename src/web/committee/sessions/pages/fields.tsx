import type { Child } from 'hono/jsx';

interface FieldProps {
  readonly name: string;
  /** Where several fields of this name are on the page. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly optional?: boolean;
}

/** A day, picked or typed. */
export function DayField({ name, id = name, label, hint, value = '', optional = false }: FieldProps) {
  return (
    <div class="fr-input-group committee-short">
      <label class="fr-label" for={id}>
        {label}
        {hint !== undefined && <span class="fr-hint-text">{hint}</span>}
      </label>
      <input class="fr-input" id={id} name={name} type="date" value={value} required={!optional} />
    </div>
  );
}

/** A few sentences. */
export function TextArea(props: FieldProps & { readonly rows?: number; readonly longest?: number }) {
  const { name, id = name, label, hint, value = '', optional = false, rows = 3, longest = 2000 } = props;
  return (
    <div class="fr-input-group">
      <label class="fr-label" for={id}>
        {label}
        {hint !== undefined && <span class="fr-hint-text">{hint}</span>}
      </label>
      <textarea class="fr-input" id={id} name={name} rows={rows} maxlength={longest} required={!optional}>
        {value}
      </textarea>
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: Child;
  readonly options: readonly { readonly value: string; readonly text: string; readonly hint?: string }[];
  readonly value?: string | null;
  /** Sets its buttons apart from those of the same name elsewhere on the page. */
  readonly id?: string;
}

/** One choice among a few, all seen at once. */
export function Choices({ name, legend, options, value = null, id = name }: ChoicesProps) {
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{legend}</legend>
      {options.map((option) => (
        <div class="fr-fieldset__element">
          <div class="fr-radio-group">
            <input
              type="radio"
              id={`${id}-${option.value}`}
              name={name}
              value={option.value}
              checked={option.value === value}
              required
            />
            <label class="fr-label" for={`${id}-${option.value}`}>
              {option.text}
              {option.hint !== undefined && <span class="fr-hint-text">{option.hint}</span>}
            </label>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
