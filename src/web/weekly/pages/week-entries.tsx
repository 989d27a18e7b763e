import type { Child } from 'hono/jsx';
import { frenchDay } from '../../../platform/french/date.ts';
import { counted } from '../../../platform/french/number.ts';
import type { Entry } from '../../../weekly/space/read-space.ts';
import { mondayOf } from '../../../weekly/week.ts';
import { PostForm, SubmitButton } from '../../accounts/form-parts.tsx';
import { weekPath } from '../paths.ts';

/** What a step became: on the buttons, then in a sentence. */
export const endButtons = { done: 'Faite', 'not-done': 'Pas encore', dropped: 'Abandonnée' } as const;
export const endWords = {
  done: 'Elle est faite. Bravo.',
  'not-done': 'Elle n’est pas encore faite : c’est noté, elle peut être choisie de nouveau.',
  dropped: 'Elle est abandonnée : en choisir une autre est une décision comme une autre.',
} as const;

export const whoText = ({ who }: Entry): string => (who === null ? '' : ` (${who})`);

/** What the team wrote, each entry with a way to take it back. */
export function Written({
  entries,
  service,
  token,
  mayWrite,
}: {
  readonly entries: readonly Entry[];
  readonly service: { readonly id: string };
  readonly token: string;
  readonly mayWrite: boolean;
}) {
  if (entries.length === 0) return null;
  return (
    <ul class="week-written">
      {entries.map((entry) => (
        <li>
          <p class="week-text">{textOf(entry)}</p>
          {mayWrite && (
            <PostForm action={`${weekPath(service.id)}/notes/${entry.id}/retirer`} token={token}>
              <SubmitButton secondary about={entry.text.slice(0, 60)}>
                Retirer
              </SubmitButton>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function textOf(entry: Entry): Child {
  if (entry.kind !== 'calls') return `${entry.text}${whoText(entry)}`;
  return `${counted(entry.calls ?? 0, 'appel', 'appels')}. ${entry.text}`;
}

/** The weeks before, the last twelve that have something. */
export function Past({ entries }: { readonly entries: readonly Entry[] }) {
  const weeks = [...new Set(entries.map(({ week }) => week))].slice(0, 12);
  if (weeks.length === 0) return null;
  return (
    <section class="week-section" aria-labelledby="avant">
      <h2 id="avant">Les semaines d’avant</h2>
      {weeks.map((week) => (
        <>
          <h3>Semaine du {frenchDay(mondayOf(week))}</h3>
          <ul>
            {entries
              .filter((entry) => entry.week === week)
              .map((entry) => (
                <li>
                  {entry.kind === 'step' && (
                    <strong>
                      La suite{entry.stepEnd === null ? '' : `, ${endButtons[entry.stepEnd].toLowerCase()}`}
                      &nbsp;:{' '}
                    </strong>
                  )}
                  {textOf(entry)}
                </li>
              ))}
          </ul>
        </>
      ))}
    </section>
  );
}
