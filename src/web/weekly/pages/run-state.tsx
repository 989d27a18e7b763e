import { typeset } from '../../../platform/french/typography.ts';
import type { ListedJob } from '../../../platform/jobs/list-jobs.ts';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Alert } from '../../dsfr/alert.tsx';

interface Props {
  /** The last run asked for; null: none was. */
  readonly job: ListedJob | null;
  /** ISO 8601. */
  readonly now: string;
  /** Where to look again. */
  readonly path: string;
}

/** Whether a run is being made, or about to be. */
export const isUnderWay = (job: ListedJob | null, now: string): boolean =>
  job?.state === 'running' || (job?.state === 'waiting' && job.attempts === 0 && job.runAt <= now);

/** Where the run that was asked for stands; nothing once it is done, or while it only waits for its day. */
export function RunState({ job, now, path }: Props) {
  if (job === null || job.state === 'done') return null;
  if (isUnderWay(job, now)) {
    return (
      <Alert kind="info" title="La foulée est en cours">
        <p>
          Foulée prend les données arrivées, puis mesure. Quelques secondes le plus souvent&nbsp;:{' '}
          <a href={path}>voir où elle en est</a>.
        </p>
      </Alert>
    );
  }
  if (job.attempts === 0) return null;
  return (
    <Alert kind="error" title="La dernière foulée n’a pas abouti">
      <p>{typeset(job.outcome ?? 'Sa raison n’est pas connue.')}</p>
      {job.state === 'waiting' && (
        <p>
          Elle sera essayée de nouveau d’elle-même le {frenchInstant(job.runAt)}. Vous pouvez la relancer
          avant.
        </p>
      )}
    </Alert>
  );
}
