import type { AccountRefusal } from '../../platform/accounts/refusals.ts';
import { typeset } from '../../platform/french/typography.ts';
import { Alert } from '../dsfr/alert.tsx';

/** Why what was sent is not kept, above the form that gives it back; nothing when nothing was refused. */
export function RefusedForm({ error }: { readonly error: AccountRefusal | null }) {
  if (error === null) return null;
  return (
    <Alert kind="error" title={error.title}>
      <p>
        {typeset(error.message)} {typeset(error.advice)}
      </p>
    </Alert>
  );
}
