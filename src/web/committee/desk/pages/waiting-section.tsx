import type { DeskService } from '../../../../committee/desk/desk-service.ts';
import type { DeskTask } from '../../../../committee/desk/desk-tasks.ts';
import { counted } from '../../../../platform/french/number.ts';
import { committeesPath, sessionPath } from '../../sessions/paths.ts';
import { deskPath } from '../paths.ts';

const mostShown = 8;

/** What waits for someone in the whole portfolio, the earliest day first; the rest through the list. */
export function WaitingSection({ services }: { readonly services: readonly DeskService[] }) {
  const waiting = services
    .flatMap((service) => service.tasks.map((task) => ({ service, task })))
    .toSorted((a, b) => (a.task.day < b.task.day ? -1 : a.task.day > b.task.day ? 1 : 0));
  const concerned = services.filter(({ tasks }) => tasks.length > 0).length;
  return (
    <section aria-labelledby="a-faire">
      <h2 id="a-faire">À décider, à faire</h2>
      {waiting.length === 0 ? (
        <p>
          Rien n’attend aujourd’hui&nbsp;: ni argent près de finir, ni condition en retard, ni dossier à
          figer.
        </p>
      ) : (
        <>
          <ul class="desk-tasks">
            {waiting.slice(0, mostShown).map(({ service, task }) => (
              <li>
                <a href={taskPath(service, task)}>{service.name}</a>&nbsp;: {task.sentence()}
              </li>
            ))}
          </ul>
          {waiting.length > mostShown && (
            <p>
              {mostShown} sur {waiting.length}, les plus anciens d’abord.{' '}
              <a href={`${deskPath}?a-faire=oui#services`}>
                Voir{' '}
                {concerned === 1
                  ? 'le service concerné'
                  : `les ${counted(concerned, 'service', 'services')} concernés`}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** Where a task is done: its committee, else the committees of the service. */
export const taskPath = ({ id }: Pick<DeskService, 'id'>, { session }: DeskTask): string =>
  session === null ? committeesPath(id) : sessionPath(id, session);
