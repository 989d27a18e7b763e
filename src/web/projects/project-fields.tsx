import type { Fields } from '../../portfolio/projects/read-answers.ts';

export type Problems = Readonly<Record<string, string>>;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly field: Fields;
  readonly problems: Problems;
}

/** A few lines to write, with what to mend said beside them. */
export function AreaField({ name, label, hint, field, problems }: FieldProps) {
  return (
    <Group name={name} label={label} hint={hint} problem={problems[name]}>
      <textarea
        class="fr-input"
        id={name}
        name={name}
        rows={2}
        maxlength={1000}
        {...described(problems[name] !== undefined, name)}
      >
        {field(name)}
      </textarea>
    </Group>
  );
}

/** A number, a date or a few words. */
export function LineField({
  type = 'text',
  ...props
}: FieldProps & { readonly type?: 'text' | 'date' | 'decimal' }) {
  const { name, label, hint, field, problems } = props;
  return (
    <Group name={name} label={label} hint={hint} problem={problems[name]}>
      <input
        class="fr-input"
        id={name}
        name={name}
        type={type === 'date' ? 'date' : 'text'}
        {...(type === 'decimal' && { inputmode: 'decimal' as const })}
        autocomplete="off"
        value={field(name)}
        maxlength={254}
        {...described(problems[name] !== undefined, name)}
      />
    </Group>
  );
}

interface GroupProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly children: unknown;
}

function Group({ name, label, hint, problem, children }: GroupProps) {
  return (
    <div class={problem === undefined ? 'fr-input-group' : 'fr-input-group fr-input-group--error'}>
      <label class="fr-label" for={name}>
        {label}
        {hint !== undefined && <span class="fr-hint-text">{hint}</span>}
      </label>
      {children}
      {problem !== undefined && (
        <p class="fr-error-text" id={`${name}-erreur`}>
          {problem}
        </p>
      )}
    </div>
  );
}

const described = (wrong: boolean, name: string) =>
  wrong ? { 'aria-invalid': 'true' as const, 'aria-describedby': `${name}-erreur` } : {};
