import type { ServiceState } from '../../../committee/review/service-state.ts';
import {
  lapseSentence,
  reviewerText,
  stateSentence,
  stateWords,
} from '../../../committee/review/state-words.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { Badge } from '../../dsfr/badge.tsx';
import { methodPath } from '../../view/addresses.ts';

/** Who checked the matrix of a service from outside its team, and how far: for everyone. */
export function ReviewStateSection({ review }: { readonly review: ServiceState }) {
  return (
    <section aria-labelledby="relecture">
      <h2 id="relecture">Qui l’a relu&nbsp;?</h2>
      <StateLines review={review} />
      <p>
        <a href={methodPath('relecture')}>Ce que vérifie une relecture</a>
      </p>
    </section>
  );
}

/** The state, what it means, who gave it, and what no longer holds. */
export function StateLines({ review }: { readonly review: ServiceState }) {
  const approved = review.review !== null;
  return (
    <div class="review-state">
      <Badge kind={approved ? 'success' : 'plain'} text={stateWords[review.state].name} />
      <p>{typeset(stateSentence(review))}</p>
      {review.review !== null && (
        <p>
          <strong>Relu par</strong>&nbsp;: {reviewerText(review.review)}.
        </p>
      )}
      {review.lapsed !== null && <p class="unmeasured-line">{typeset(lapseSentence(review.lapsed))}</p>}
    </div>
  );
}
