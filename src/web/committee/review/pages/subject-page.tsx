import type { OwnWork } from '../../../../committee/review/own-work.ts';
import { ownWorkSentences } from '../../../../committee/review/own-work.ts';
import type { ServiceReviews } from '../../../../committee/review/read-reviews.ts';
import type { Thread } from '../../../../committee/review/read-threads.ts';
import type { ReviewSubject } from '../../../../committee/review/subjects.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { frenchInstant } from '../../../accounts/french-instant.ts';
import { Alert } from '../../../dsfr/alert.tsx';
import { Fold } from '../../../dsfr/fold.tsx';
import { reviewsPath, subjectPath } from '../paths.ts';
import { planFacts } from '../plan-facts.ts';
import type { FilledReview } from '../written-review.ts';
import { ChecklistForm } from './checklist-form.tsx';
import { CommentForm } from './comment-form.tsx';
import { GivenReview } from './given-review.tsx';
import { PlanLines } from './plan-lines.tsx';
import { PublicationPassages } from './publication-passages.tsx';
import { type TalkProps, ThreadList } from './thread-list.tsx';

interface Props extends TalkProps {
  readonly subject: ReviewSubject;
  /** Of this subject alone. */
  readonly said: ServiceReviews;
  /** Whether they may review it, or why not. */
  readonly mayReview: 'yes' | 'no-role' | OwnWork;
  readonly place: string;
  readonly filled: FilledReview;
  readonly error: { readonly title: string; readonly what: string; readonly advice: string } | null;
}

/** One version of the plan, or one publication: its text with what is said of it, then the checklist. */
export function SubjectPage({ subject, said, mayReview, place, filled, error, ...talk }: Props) {
  const { service, names, token, mayTalk } = talk;
  const { kind, number, at } = subject;
  return (
    <>
      <p>
        <a href={reviewsPath(service.id)}>Les relectures, {service.name}</a>
      </p>
      <h1>
        {kind === 'form' ? `Relire la version ${number} du plan` : `Relire la publication n° ${number}`}
      </h1>
      <p>
        {kind === 'form' ? 'Enregistrée' : 'Publiée'} le {frenchInstant(at)}.
      </p>
      <Newer subject={subject} />
      {said.requests.map(({ note, at: asked }) => (
        <Alert kind="info" title="L’équipe demande cette relecture">
          <p>
            Le {frenchInstant(asked)}.{note !== '' && ` « ${note} »`}
          </p>
        </Alert>
      ))}
      {mayReview !== 'yes' && mayReview !== 'no-role' && (
        <p>
          {ownWorkSentences[mayReview]} Quelqu’un d’autre doit le relire&nbsp;; vous pouvez répondre aux
          commentaires.
        </p>
      )}
      {kind === 'form' && <Facts text={subject.text} />}
      <section class="review-part" aria-labelledby="texte-relu">
        <h2 id="texte-relu">{kind === 'form' ? 'Le plan, ligne par ligne' : 'Ce que dit la publication'}</h2>
        <ThreadList {...talk} threads={said.threads.filter(isOnWhole)} />
        {kind === 'form' ? (
          <PlanLines {...talk} subject={subject} threads={said.threads} />
        ) : (
          <PublicationPassages {...talk} subject={subject} threads={said.threads} />
        )}
      </section>
      {mayTalk && <CommentForm subject={subject} place={place} token={token} />}
      {mayReview === 'yes' && <ChecklistForm subject={subject} filled={filled} error={error} token={token} />}
      {said.reviews.length > 0 && (
        <section class="review-part" aria-labelledby="donnes">
          <h2 id="donnes">Les avis donnés</h2>
          {said.reviews.map((review) => (
            <GivenReview review={review} names={names} />
          ))}
        </section>
      )}
    </>
  );
}

const isOnWhole = ({ line, indicator }: Thread): boolean => line === null && indicator === null;

function Newer({ subject }: { readonly subject: ReviewSubject }) {
  if (subject.kind === 'substance' || subject.latest === subject.number) return null;
  const path = subjectPath(subject.service, { kind: 'form', number: subject.latest });
  return (
    <Alert kind="warning" title={`L’équipe a enregistré la version ${subject.latest}`}>
      <p>
        Ce qui est dit ici ne vaut plus pour le plan d’aujourd’hui.{' '}
        <a href={path}>Relire la version {subject.latest}</a>
      </p>
    </Alert>
  );
}

const Facts = ({ text }: { readonly text: string }) => (
  <Fold title="Ce que Foulée voit d’elle-même">
    <ul>
      {planFacts(text).map((sentence) => (
        <li>{typeset(sentence)}</li>
      ))}
    </ul>
  </Fold>
);
