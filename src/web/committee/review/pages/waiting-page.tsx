import { aboutText } from '../../../../committee/review/state-words.ts';
import type { WaitingReason, WaitingReview } from '../../../../committee/review/waiting-reviews.ts';
import { frenchInstant } from '../../../accounts/french-instant.ts';
import { methodPath } from '../../../view/addresses.ts';
import { subjectPath } from '../paths.ts';

interface Props {
  readonly waiting: readonly WaitingReview[];
  /** Whether any of their roles reviews. */
  readonly reviews: boolean;
}

const most = 40;

const reasonTitles: Readonly<Record<WaitingReason, string>> = {
  asked: 'Demandé par l’équipe',
  lapsed: 'Relu une fois, changé depuis',
  new: 'Que personne n’a relu',
};

/** What waits for whoever reads this page, the most pressing first. */
export function WaitingPage({ waiting, reviews }: Props) {
  const shown = waiting.slice(0, most);
  return (
    <>
      <p>
        <a href="/equipe">Mes services</a>
      </p>
      <h1>À relire</h1>
      {!reviews && (
        <p>
          Aucun de vos rôles ne relit. Un coach, un garant du secret ou un administrateur le peut&nbsp;:
          demandez à la personne qui administre votre organisation.
        </p>
      )}
      {reviews && waiting.length === 0 && (
        <p>Rien ne vous attend. Ce que vous avez écrit ou publié vous-même n’est jamais dans cette liste.</p>
      )}
      {(['asked', 'lapsed', 'new'] as const).map((reason) => (
        <Group reason={reason} items={shown.filter((item) => item.reason === reason)} />
      ))}
      {waiting.length > shown.length && (
        <p>
          Les {shown.length} premières sur {waiting.length}&nbsp;: les autres viendront.
        </p>
      )}
      <p>
        <a href={methodPath('relecture')}>Comment se passe une relecture</a>
      </p>
    </>
  );
}

function Group({
  reason,
  items,
}: {
  readonly reason: WaitingReason;
  readonly items: readonly WaitingReview[];
}) {
  if (items.length === 0) return null;
  return (
    <>
      <h2>{reasonTitles[reason]}</h2>
      <ul class="review-waiting">
        {items.map((item) => (
          <li>
            <a href={subjectPath(item.service.id, item)}>{item.service.name}</a>
            <br />
            {item.kind === 'form' ? 'La forme' : 'Le fond'}, {aboutText(item)}.{' '}
            <span class="freshness">
              {reason === 'asked' ? 'Demandé' : item.kind === 'form' ? 'Enregistrée' : 'Publiée'} le{' '}
              {frenchInstant(item.since)}.
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
