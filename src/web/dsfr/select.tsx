interface Props {
  readonly name: string;
  readonly label: string;
  /** A first choice that sends nothing; none: one of the options is always sent. */
  readonly any?: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value?: string | null;
}

/** A list of choices of a form sent without script. */
export function Select({ name, label, any, options, value = null }: Props) {
  return (
    <div class="fr-select-group">
      <label class="fr-label" for={`choix-${name}`}>
        {label}
      </label>
      <select class="fr-select" id={`choix-${name}`} name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
