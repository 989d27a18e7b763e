import { typeset } from '../../platform/french/typography.ts';
import { Alert } from '../dsfr/alert.tsx';

/** What must be known before a figure is read; nothing when nothing must. */
export function ReadingWarnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert kind="warning" title="À savoir avant de lire ce chiffre">
      <ul>
        {warnings.map((sentence) => (
          <li>{typeset(sentence)}</li>
        ))}
      </ul>
    </Alert>
  );
}
