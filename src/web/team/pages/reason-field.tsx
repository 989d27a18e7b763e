interface Props {
  readonly value: string;
  /** What is wrong with what was written; null: nothing. */
  readonly error: string | null;
}

/** What was wrong, in the words everyone will read. */
export function ReasonField({ value, error }: Props) {
  return (
    <div class={error === null ? 'fr-input-group' : 'fr-input-group fr-input-group--error'}>
      <label class="fr-label" for="raison">
        Ce qui était faux, en une phrase
        <span class="fr-hint-text">
          Chacun la lira à côté du chiffre. Par exemple&nbsp;: «&nbsp;Les embauches de mars étaient comptées
          deux fois.&nbsp;»
        </span>
      </label>
      <textarea
        class="fr-input"
        id="raison"
        name="raison"
        rows={4}
        maxlength={1000}
        required
        {...(error !== null && { 'aria-invalid': 'true', 'aria-describedby': 'raison-erreur' })}
      >
        {value}
      </textarea>
      {error !== null && (
        <p class="fr-error-text" id="raison-erreur">
          {error}
        </p>
      )}
    </div>
  );
}
