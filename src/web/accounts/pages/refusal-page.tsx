import type { AccountRefusal } from '../../../platform/accounts/refusals.ts';
import { typeset } from '../../../platform/french/typography.ts';

/** Statuses that signing in (again) may mend. */
const mendedBySigningIn: readonly number[] = [401, 410, 429, 502];

interface Props {
  readonly refusal: AccountRefusal;
  /** Path of the page whose form was refused; null: another way led here. */
  readonly from: string | null;
  /** Texts of the form that was refused, so that none is lost. */
  readonly typed: readonly string[];
}

export function RefusalPage({ refusal, from, typed }: Props) {
  const toSignIn = mendedBySigningIn.includes(refusal.status);
  return (
    <>
      <h1>{refusal.title}</h1>
      <p>{typeset(refusal.message)}</p>
      <p>{typeset(refusal.advice)}</p>
      {typed.length > 0 && (
        <>
          <h2>Ce que vous aviez écrit</h2>
          {typed.map((text) => (
            <blockquote class="week-text">{text}</blockquote>
          ))}
        </>
      )}
      <p>
        {from !== null ? (
          <a class="fr-link" href={from}>
            Revenir à la page
          </a>
        ) : (
          <a class="fr-link" href={toSignIn ? '/connexion' : '/equipe'}>
            {toSignIn ? 'Aller à la page de connexion' : 'Revenir à l’espace des équipes'}
          </a>
        )}
      </p>
    </>
  );
}
