import { dayOf } from '../../../portfolio/day.ts';

/** The day a page is asked to compare with; null: none, or one that cannot be, and then why. */
export interface AskedDay {
  readonly written: string;
  readonly day: string | null;
  readonly fault: string | null;
}

export function askedDay(query: string | undefined, today: string): AskedDay {
  const written = (query ?? '').slice(0, 40);
  if (written === '') return { written, day: null, fault: null };
  const day = dayOf(written);
  if (day === null)
    return { written, day, fault: 'Ce n’est pas un jour du calendrier : écrivez par exemple 31/01/2026.' };
  return day < today
    ? { written: day, day, fault: null }
    : {
        written: day,
        day: null,
        fault: 'Choisissez un jour passé : c’est à lui que l’on compare aujourd’hui.',
      };
}
