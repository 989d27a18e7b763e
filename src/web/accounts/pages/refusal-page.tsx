import type { AccountRefusal } from '../../../platform/accounts/refusals.ts';

export function RefusalPage({ refusal }: { readonly refusal: AccountRefusal }) {
  return (
    <>
      <h1>{refusal.title}</h1>
      <p>{refusal.message}</p>
      <p>{refusal.advice}</p>
      <p>
        <a class="fr-link" href={refusal.status === 404 ? '/equipe' : '/connexion'}>
          {refusal.status === 404 ? 'Revenir à l’espace des équipes' : 'Aller à la page de connexion'}
        </a>
      </p>
    </>
  );
}
