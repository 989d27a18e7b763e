interface Props {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
}

/** A search and its button, inside a form sent without script. */
export function SearchBar({ name, label, placeholder, value }: Props) {
  return (
    <div class="fr-search-bar">
      <label class="fr-label" for={name}>
        {label}
      </label>
      <input
        class="fr-input"
        type="search"
        id={name}
        name={name}
        value={value}
        placeholder={placeholder}
        maxlength={100}
      />
      <button class="fr-btn" type="submit">
        Chercher
      </button>
    </div>
  );
}
