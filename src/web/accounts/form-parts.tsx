import type { Child } from 'hono/jsx';
import { formTokenField } from './form-token.ts';

interface FormProps {
  readonly action: string;
  readonly token: string;
  /** Values sent along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** Whether a file goes with it. */
  readonly upload?: boolean;
  readonly children: Child;
}

/** A form that works without script, with the token that proves where it comes from. */
export function PostForm({ action, token, hidden = {}, upload = false, children }: FormProps) {
  return (
    <form method="post" action={action} {...(upload && { enctype: 'multipart/form-data' })}>
      <input type="hidden" name={formTokenField} value={token} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'email';
  readonly autocomplete?: 'email' | 'off';
  /** What was already written. */
  readonly value?: string;
  readonly optional?: boolean;
}

export function TextField({
  name,
  label,
  hint,
  type = 'text',
  autocomplete = 'off',
  value = '',
  optional = false,
}: FieldProps) {
  return (
    <div class="fr-input-group">
      <label class="fr-label" for={name}>
        {label}
        {hint !== undefined && <span class="fr-hint-text">{hint}</span>}
      </label>
      <input
        class="fr-input"
        id={name}
        name={name}
        type={type}
        autocomplete={autocomplete}
        maxlength={254}
        {...(value !== '' && { value })}
        required={!optional}
      />
    </div>
  );
}

interface ButtonProps {
  readonly children: Child;
  readonly secondary?: boolean;
  /** Said to screen readers where several buttons carry the same word. */
  readonly about?: string;
}

export function SubmitButton({ children, secondary = false, about }: ButtonProps) {
  return (
    <button class={secondary ? 'fr-btn fr-btn--secondary fr-btn--sm' : 'fr-btn'} type="submit">
      {children}
      {about !== undefined && <span class="fr-sr-only"> : {about}</span>}
    </button>
  );
}
