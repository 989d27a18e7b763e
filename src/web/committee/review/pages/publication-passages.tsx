import {
  type PublicationPlace,
  placeName,
  publicationPlaces,
} from '../../../../committee/review/publication-places.ts';
import type { Thread } from '../../../../committee/review/read-threads.ts';
import type { PublicationSubject } from '../../../../committee/review/subjects.ts';
import { typeset } from '../../../../platform/french/typography.ts';
import { publicationPath } from '../../../view/addresses.ts';
import { subjectPath } from '../paths.ts';
import { type TalkProps, ThreadList } from './thread-list.tsx';

interface Props extends TalkProps {
  readonly subject: PublicationSubject;
  readonly threads: readonly Thread[];
}

/** What the publication says of each indicator, passage by passage, with what is said of it. */
export function PublicationPassages({ subject, threads, ...talk }: Props) {
  const { bundle } = subject.publication;
  const places = publicationPlaces(bundle);
  return (
    <>
      <p>
        <a href={publicationPath(subject.service, String(subject.number))}>La page publique de cet état</a>,
        avec ses courbes, ses contrôles et ses tableaux.
      </p>
      {bundle.measures.map(({ indicator, name }) => (
        <>
          <h3>{typeset(name)}</h3>
          <dl class="review-passages">
            {places
              .filter((place) => place.indicator === indicator)
              .map((place) => (
                <Passage place={place} subject={subject} threads={threads} {...talk} />
              ))}
          </dl>
        </>
      ))}
    </>
  );
}

function Passage({ place, subject, threads, ...talk }: Props & { readonly place: PublicationPlace }) {
  const name = placeName(place);
  const said = threads.filter(({ indicator, part }) => indicator === place.indicator && part === place.part);
  return (
    <div>
      <dt>{place.label}</dt>
      <dd>
        <p>{typeset(place.text)}</p>
        <ThreadList threads={said} {...talk} />
        {talk.mayTalk && (
          <p>
            <a
              href={`${subjectPath(subject.service, subject)}?endroit=${encodeURIComponent(name)}#commenter`}
            >
              Commenter
              <span class="fr-sr-only">
                {' '}
                {place.label.toLowerCase()} ({place.indicator})
              </span>
            </a>
          </p>
        )}
      </dd>
    </div>
  );
}
