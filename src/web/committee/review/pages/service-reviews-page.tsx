import type { ServiceReviews } from '../../../../committee/review/read-reviews.ts';
import { type About, isSame } from '../../../../committee/review/read-threads.ts';
import type { ServiceState } from '../../../../committee/review/service-state.ts';
import { aboutText } from '../../../../committee/review/state-words.ts';
import type { CurrentSubject } from '../../../../committee/review/subjects.ts';
import { counted, tied } from '../../../../platform/french/number.ts';
import { PostForm, SubmitButton } from '../../../accounts/form-parts.tsx';
import { frenchInstant } from '../../../accounts/french-instant.ts';
import { spacePath } from '../../../team/paths.ts';
import { methodPath } from '../../../view/addresses.ts';
import type { Names } from '../names.ts';
import { subjectPath } from '../paths.ts';
import { StateLines } from '../review-state-section.tsx';
import { GivenReview } from './given-review.tsx';

interface Props {
  readonly service: { readonly id: string; readonly name: string };
  readonly state: ServiceState;
  /** The last version of the plan, then the last publication. */
  readonly current: readonly CurrentSubject[];
  readonly said: ServiceReviews;
  readonly names: Names;
  readonly mayAsk: boolean;
  readonly mayReview: boolean;
  readonly token: string;
}

/** Where the reviews of a service stand: its state, what can be reviewed, what was said. */
export function ServiceReviewsPage({ service, state, current, said, names, ...rights }: Props) {
  return (
    <>
      <p>
        <a href={spacePath(service.id)}>{service.name}</a>
      </p>
      <h1>Les relectures</h1>
      <p class="mission">
        Quelqu’un d’extérieur à l’équipe relit le plan, puis le chiffre. Personne ne relit son propre travail.
      </p>
      <StateLines review={state} />
      <p>
        <a href={methodPath('relecture')}>Comment se passe une relecture</a>
      </p>
      <h2>À relire aujourd’hui</h2>
      {current.length === 0 && (
        <p>Rien encore&nbsp;: ni plan enregistré, ni publication. La relecture commence avec le plan.</p>
      )}
      {current.map((reviewable) => (
        <Current reviewable={reviewable} service={service.id} said={said} {...rights} />
      ))}
      {said.reviews.length > 0 && (
        <>
          <h2>Les avis donnés</h2>
          <ul class="review-waiting">
            {said.reviews.map((review) => (
              <li>
                <a href={subjectPath(service.id, review)}>{upper(aboutText(review))}</a>
                <GivenReview review={review} names={names} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type CurrentProps = Pick<Props, 'said' | 'mayAsk' | 'mayReview' | 'token'> & {
  readonly service: string;
  readonly reviewable: CurrentSubject;
};

function Current({ reviewable, service, said, mayAsk, mayReview, token }: CurrentProps) {
  const isThis = (about: About) => isSame(about, reviewable);
  const last = said.reviews.find(isThis);
  const asked = said.requests.find(isThis);
  const open = said.threads.filter((thread) => isThis(thread) && thread.isOpen).length;
  const path = subjectPath(service, reviewable);
  const form = reviewable.kind === 'form';
  return (
    <section class="review-current" aria-label={aboutText(reviewable)}>
      <h3>
        {form ? `La forme${tied}: ` : `Le fond${tied}: `}
        {aboutText(reviewable)}
      </h3>
      <p class="freshness">
        {form ? 'Enregistrée' : 'Publiée'} le {frenchInstant(reviewable.at)}.{' '}
        {last === undefined
          ? 'Personne ne l’a encore relue.'
          : last.verdict === 'approved'
            ? 'Approuvée.'
            : 'Des changements sont demandés.'}{' '}
        {open > 0 && `${counted(open, 'commentaire ouvert', 'commentaires ouverts')}.`}
        {asked !== undefined && ` Relecture demandée le ${frenchInstant(asked.at)}.`}
      </p>
      <p>
        <a class={mayReview ? 'fr-btn' : 'fr-link'} href={path}>
          {mayReview ? 'Relire' : 'Lire ce qui en est dit'}
          <span class="fr-sr-only"> {aboutText(reviewable)}</span>
        </a>
      </p>
      {mayAsk && asked === undefined && (
        <PostForm action={`${path}/demande`} token={token}>
          <div class="fr-input-group">
            <label class="fr-label" for={`note-${reviewable.kind}`}>
              Ce que vous aimeriez qu’on regarde
              <span class="fr-hint-text">Facultatif, une phrase.</span>
            </label>
            <input
              class="fr-input"
              id={`note-${reviewable.kind}`}
              name="note"
              type="text"
              maxlength={300}
              autocomplete="off"
            />
          </div>
          <SubmitButton secondary about={aboutText(reviewable)}>
            Demander une relecture
          </SubmitButton>
        </PostForm>
      )}
    </section>
  );
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
