import type { Reply, Thread } from '../../../../committee/review/read-threads.ts';
import { PostForm } from '../../../accounts/form-parts.tsx';
import { frenchInstant } from '../../../accounts/french-instant.ts';
import { authorText, type Names } from '../names.ts';
import { repliesPath } from '../paths.ts';

export interface TalkProps {
  readonly service: { readonly id: string; readonly name: string };
  readonly names: Names;
  readonly token: string;
  /** Whether they may comment and answer: who reviews, and who writes for the team. */
  readonly mayTalk: boolean;
}

/** Comments made at one place, each with what was answered. */
export function ThreadList({ threads, ...talk }: TalkProps & { readonly threads: readonly Thread[] }) {
  return (
    <>
      {threads.map((thread) => (
        <ThreadItem thread={thread} {...talk} />
      ))}
    </>
  );
}

function ThreadItem({ thread, service, names, token, mayTalk }: TalkProps & { readonly thread: Thread }) {
  const { id, text, replies, isOpen } = thread;
  return (
    <div class={isOpen ? 'review-thread' : 'review-thread review-thread-closed'} id={`c-${id}`}>
      <p class="freshness">
        <strong>{isOpen ? 'Ouvert' : 'Traité'}</strong>. {authorText(names, thread)},{' '}
        {frenchInstant(thread.at)}
      </p>
      <p class="week-text">{text}</p>
      {replies.map((reply) => (
        <ReplyItem reply={reply} names={names} />
      ))}
      {mayTalk && (
        <details class="review-answer">
          <summary>{isOpen ? 'Répondre, ou dire que c’est traité' : 'Rouvrir'}</summary>
          <PostForm action={repliesPath(service.id, id)} token={token}>
            <div class="fr-input-group">
              <label class="fr-label" for={`reponse-${id}`}>
                Votre réponse
                <span class="fr-hint-text">Elle reste. Sans nom ni coordonnées.</span>
              </label>
              <textarea class="fr-input" id={`reponse-${id}`} name="texte" rows={2} maxlength={2000} />
            </div>
            <div class="form-choices">
              {isOpen && <AnswerButton value="reply" text="Répondre" />}
              {isOpen ? (
                <AnswerButton value="resolved" text="C’est traité" />
              ) : (
                <AnswerButton value="reopened" text="Rouvrir" />
              )}
            </div>
          </PostForm>
        </details>
      )}
    </div>
  );
}

const replyWords: Readonly<Record<Reply['kind'], string>> = {
  reply: 'Réponse',
  resolved: 'Traité',
  reopened: 'Rouvert',
};

function ReplyItem({ reply, names }: { readonly reply: Reply; readonly names: Names }) {
  return (
    <div class="review-reply">
      <p class="freshness">
        <strong>{replyWords[reply.kind]}</strong>. {authorText(names, reply)}, {frenchInstant(reply.at)}
      </p>
      {reply.text !== '' && <p class="week-text">{reply.text}</p>}
    </div>
  );
}

const AnswerButton = ({ value, text }: { readonly value: Reply['kind']; readonly text: string }) => (
  <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit" name="nature" value={value}>
    {text}
  </button>
);
