interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

/** One file to send, in a form that works without script. */
export function FileField({ name, label, hint }: Props) {
  return (
    <div class="fr-upload-group">
      <label class="fr-label" for={name}>
        {label}
        <span class="fr-hint-text">{hint}</span>
      </label>
      <input class="fr-upload" type="file" id={name} name={name} accept=".json,application/json" required />
    </div>
  );
}
