import { typeset } from '../../../platform/french/typography.ts';
import type { RegistrationVerdict } from '../../../portfolio/plans/registration/judge-registration.ts';
import { registrationSentences } from '../../../portfolio/plans/registration/registration-sentences.ts';

/** Whether what is measured was announced before looking, and the hash that proves it. */
export function RegistrationNote({
  verdict,
  service,
}: {
  readonly verdict: RegistrationVerdict;
  readonly service: string;
}) {
  const sentences = registrationSentences(verdict);
  if (sentences.length === 0) return null;
  return (
    <p class="registration">
      {typeset(sentences.join(' '))}
      {'hash' in verdict && (
        <>
          {' '}
          Empreinte de ce qui était annoncé&nbsp;:{' '}
          <a href={`/api/v1/services/${service}/registrations`}>
            <code>{verdict.hash.slice(0, 16)}</code>
          </a>
          .
        </>
      )}
    </p>
  );
}
