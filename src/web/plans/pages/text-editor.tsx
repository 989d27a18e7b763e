interface Props {
  readonly text: string;
  readonly readOnly: boolean;
}

/** The plan as it is written. */
export function TextEditor({ text, readOnly }: Props) {
  return (
    <div class="fr-input-group">
      <label class="fr-label" for="texte">
        Le plan de mesure
        <span class="fr-hint-text">
          Le même document que le fichier impact.yaml. Les clés sont en anglais, vos mots en français.
        </span>
      </label>
      <textarea
        class="fr-input plan-text"
        id="texte"
        name="texte"
        rows={Math.min(40, Math.max(16, text.split('\n').length + 1))}
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        readonly={readOnly}
      >
        {`\n${text}`}
      </textarea>
    </div>
  );
}
