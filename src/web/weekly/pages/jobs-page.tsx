import type { ListedJob } from '../../../platform/jobs/list-jobs.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { frenchInstant } from '../../accounts/french-instant.ts';
import { Table } from '../../dsfr/table.tsx';
import { spacePath } from '../../team/paths.ts';
import { elapsed, kindName, stateName } from '../job-words.ts';
import { jobsPath } from '../paths.ts';

interface Props {
  /** Null: every service. */
  readonly service: { readonly id: string; readonly name: string } | null;
  readonly jobs: readonly ListedJob[];
  readonly token: string;
  readonly mayRetry: boolean;
}

export function JobsPage({ service, jobs, token, mayRetry }: Props) {
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  const path = jobsPath(service?.id ?? null);
  return (
    <>
      <p>
        {service === null ? (
          <a href="/equipe">Mes services</a>
        ) : (
          <a href={spacePath(service.id)}>{service.name}</a>
        )}
      </p>
      <h1>Tâches</h1>
      <p>
        Ce que Foulée fait d’elle-même{service === null ? ', pour tous les services' : ''}&nbsp;: mesurer
        chaque semaine, envoyer les rappels. Une tâche qui échoue est essayée de nouveau, de plus en plus tard
        {mayRetry && '\u00a0; vous pouvez aussi la relancer'}.{' '}
        {failed > 0 && (
          <strong>{failed === 1 ? 'Une tâche a échoué.' : `${failed} tâches ont échoué.`}</strong>
        )}
      </p>
      <Table
        id="taches"
        cards
        caption="De la plus récente à la plus ancienne"
        columns={[
          'Tâche',
          ...(service === null ? ['Service'] : []),
          'État',
          'Quand',
          'Durée',
          'Ce qui s’est passé',
          ...(mayRetry ? ['Action'] : []),
        ]}
        rows={jobs.map((job) => [
          kindName(job.kind),
          ...(service === null
            ? [job.service === null ? '—' : <a href={jobsPath(job.service)}>{job.service}</a>]
            : []),
          stateName(job),
          frenchInstant(job.startedAt ?? job.runAt),
          elapsed(job),
          job.outcome ?? '—',
          ...(mayRetry
            ? [
                job.state === 'running' ? (
                  '—'
                ) : (
                  <PostForm action={`${path}/${job.id}/relancer`} token={token}>
                    <SubmitButton secondary about={`${kindName(job.kind)}, ${frenchInstant(job.runAt)}`}>
                      Relancer
                    </SubmitButton>
                  </PostForm>
                ),
              ]
            : []),
        ])}
        empty="Aucune tâche n’a encore été demandée."
      />
    </>
  );
}
