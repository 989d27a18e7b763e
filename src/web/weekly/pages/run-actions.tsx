import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { runPublicationPath, weekPath } from '../paths.ts';
import { isUnderWay } from './run-state.tsx';
import type { WeekPageProps } from './week-page.tsx';

/** What can be done with the run of the week: publish its figure, make it now. */
export function RunActions({
  service,
  space,
  hasPlan,
  job,
  now,
  token,
  mayWrite,
  mayPublish,
}: WeekPageProps) {
  const { run } = space;
  if (!hasPlan) return null;
  const isFirst = run?.measured !== true;
  const publishable = run?.week === space.week && run.measured && !run.isSimulated;
  return (
    <div class="form-choices">
      {mayPublish && publishable && (
        <PostForm action={runPublicationPath(service.id)} token={token}>
          <SubmitButton>Publier ce chiffre</SubmitButton>
        </PostForm>
      )}
      {mayWrite && !isUnderWay(job, now) && (
        <PostForm action={`${weekPath(service.id)}/mesurer`} token={token}>
          <SubmitButton secondary={!isFirst}>Lancer la foulée maintenant</SubmitButton>
        </PostForm>
      )}
    </div>
  );
}
