import type { Thread } from '../../../../committee/review/read-threads.ts';
import type { PlanSubject } from '../../../../committee/review/subjects.ts';
import { subjectPath } from '../paths.ts';
import { type TalkProps, ThreadList } from './thread-list.tsx';

interface Props extends TalkProps {
  readonly subject: PlanSubject;
  readonly threads: readonly Thread[];
}

/** The plan as it was written, each line under its number with what is said of it. */
export function PlanLines({ subject, threads, ...talk }: Props) {
  const path = subjectPath(subject.service, subject);
  return (
    <section class="review-lines" aria-label="Le texte du plan, ligne par ligne" tabindex={0}>
      {subject.text
        .replace(/\r?\n$/, '')
        .split(/\r?\n/)
        .map((text, index) => {
          const line = index + 1;
          const said = threads.filter((thread) => thread.line === line);
          return (
            <>
              <div class={said.length > 0 ? 'review-line review-line-said' : 'review-line'} id={`l-${line}`}>
                {talk.mayTalk ? (
                  <a href={`${path}?endroit=${line}#commenter`}>
                    <span class="fr-sr-only">Commenter la ligne </span>
                    {line}
                  </a>
                ) : (
                  <span>{line}</span>
                )}
                <code>{text}</code>
              </div>
              {said.length > 0 && <ThreadList threads={said} {...talk} />}
            </>
          );
        })}
    </section>
  );
}
