interface Props {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Ends of names the browser offers. */
  readonly accept?: string;
}

/** One file to send, in a form that works without script. */
export function FileField({ name, label, hint, accept = '.json,application/json' }: Props) {
  return (
    <div class="fr-upload-group">
      <label class="fr-label" for={name}>
        {label}
        <span class="fr-hint-text">{hint}</span>
      </label>
      <input class="fr-upload" type="file" id={name} name={name} accept={accept} required />
    </div>
  );
}
