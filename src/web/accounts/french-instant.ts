import { frenchDay } from '../../platform/french/date.ts';

const parisian = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-11-27T17:05:00.000Z` → `27 novembre 2026 à 18:05`, in Paris. */
export function frenchInstant(instant: string): string {
  const [day = '', time = ''] = parisian.format(new Date(instant)).split(' ');
  return `${frenchDay(day)} à ${time}`;
}
