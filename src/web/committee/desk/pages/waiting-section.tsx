import type { ListedService } from '../../../../committee/desk/desk-service.ts';
import type { DeskTask } from '../../../../committee/desk/desk-tasks.ts';
import { taskWords } from '../../../../committee/desk/desk-words.ts';
import { counted } from '../../../../platform/french/number.ts';
import { committeesPath, sessionPath } from '../../sessions/paths.ts';
import { deskPath } from '../paths.ts';

interface Props {
  readonly services: readonly ListedService[];
}

/** Above this many, they are counted by kind rather than listed. */
const mostListed = 8;

/** What waits for someone in the whole portfolio: each thing when they are few, else how many of each kind. */
export function WaitingSection({ services }: Props) {
  const waiting = services.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return (
    <section aria-labelledby="a-faire">
      <h2 id="a-faire">À décider, à faire</h2>
      {waiting === 0 && (
        <p>
          Rien n’attend aujourd’hui&nbsp;: ni argent près de finir, ni condition en retard, ni dossier à
          figer.
        </p>
      )}
      {waiting > 0 &&
        (waiting > mostListed ? <ByKind services={services} /> : <OneByOne services={services} />)}
    </section>
  );
}

/** The earliest day first. */
function OneByOne({ services }: Props) {
  const waiting = services
    .flatMap((service) => service.tasks.map((task) => ({ service, task })))
    .toSorted((a, b) => (a.task.day < b.task.day ? -1 : a.task.day > b.task.day ? 1 : 0));
  return (
    <ul class="desk-tasks">
      {waiting.map(({ service, task }) => (
        <li>
          <a href={taskPath(service, task)}>{service.name}</a>&nbsp;: {task.sentence()}
        </li>
      ))}
    </ul>
  );
}

function ByKind({ services }: Props) {
  return (
    <ul class="desk-tasks">
      {Object.entries(taskWords).map(([kind, words]) => {
        const found = services.filter(({ tasks }) => tasks.some((task) => task.kind === kind)).length;
        return (
          found > 0 && (
            <li>
              {words}&nbsp;:{' '}
              <a href={`${deskPath}?a-faire=${kind}#services`}>{counted(found, 'service', 'services')}</a>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Where a task is done: its committee, else the committees of the service. */
export const taskPath = ({ id }: Pick<ListedService, 'id'>, { session }: DeskTask): string =>
  session === null ? committeesPath(id) : sessionPath(id, session);
