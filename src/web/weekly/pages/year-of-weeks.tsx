import { frenchDay } from '../../../platform/french/date.ts';
import { counted } from '../../../platform/french/number.ts';
import type { CalendarWeek, Regularity } from '../../../weekly/regularity.ts';
import { mondayOf } from '../../../weekly/week.ts';
import { Fold } from '../../dsfr/fold.tsx';

const words: Readonly<Record<CalendarWeek['state'], string>> = {
  done: 'faite',
  measured: 'mesurée, sans note de l’équipe',
  holiday: 'congés',
  forgiven: 'sautée, sans conséquence',
  empty: 'sans foulée',
  current: 'en cours',
};

/** A year of small squares: done ones are dark, others grey; nothing is red. The list says the same. */
export function YearOfWeeks({ regularity: { weeks, streak } }: { readonly regularity: Regularity }) {
  const done = weeks.filter(({ state }) => state === 'done').length;
  return (
    <section aria-labelledby="regularite" class="week-section">
      <h2 id="regularite">Notre régularité</h2>
      <p>
        {streak === 0
          ? 'La prochaine foulée ouvre une nouvelle série.'
          : `${counted(streak, 'foulée', 'foulées')} de suite.`}{' '}
        {counted(done, 'semaine faite', 'semaines faites')} depuis un an. Les congés, et une semaine sautée
        par trimestre, n’arrêtent rien.
      </p>
      <div class="week-squares" aria-hidden="true">
        {weeks.map(({ state }) => (
          <span class={`week-square week-square-${state}`} />
        ))}
      </div>
      <ul class="week-legend" aria-hidden="true">
        {(['done', 'measured', 'holiday', 'forgiven', 'empty', 'current'] as const).map((state) => (
          <li>
            <span class={`week-square week-square-${state}`} /> {words[state]}
          </li>
        ))}
      </ul>
      <Fold title="Les semaines, une par une">
        <ul>
          {weeks.toReversed().map(({ week, state, holiday }) => (
            <li>
              Semaine du {frenchDay(mondayOf(week))}&nbsp;: {words[state]}
              {holiday !== null && ` (${holiday})`}
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}
