import { aboutText } from '../../../committee/review/state-words.ts';
import type { TeamWork } from '../../../committee/review/team-work.ts';
import { counted, frenchList } from '../../../platform/french/number.ts';
import { Alert } from '../../dsfr/alert.tsx';
import { reviewsPath, subjectPath } from './paths.ts';

/** What reviews leave to the team of a service, first thing in its space; nothing when they leave nothing. */
export function ReviewNotice({ service, work }: { readonly service: string; readonly work: TeamWork }) {
  const { openComments, changesAsked } = work;
  const [review] = changesAsked;
  if (openComments === 0 && review === undefined) return null;
  return (
    <Alert
      kind="warning"
      title={
        review === undefined
          ? 'Une relecture vous pose des questions'
          : 'Une relecture demande des changements'
      }
    >
      <p>
        {review !== undefined && <>Sur {frenchList(changesAsked.map((one) => `la ${aboutText(one)}`))}. </>}
        {openComments > 0 &&
          `${counted(openComments, 'commentaire attend', 'commentaires attendent')} une réponse. `}
        <a href={review === undefined ? reviewsPath(service) : subjectPath(service, review)}>
          Lire et répondre
        </a>
      </p>
    </Alert>
  );
}
