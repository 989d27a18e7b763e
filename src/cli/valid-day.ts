import { Refusal } from '../platform/refusal.ts';

/** A day given on the command line, `2026-11-23`, or a refusal that names its option. */
export function validDay(option: string, text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && exists) return text;
  throw new Refusal(
    'usage',
    `${option} : « ${text} » n'est pas un jour.`,
    `Écrivez par exemple ${option} 2026-11-23.`,
  );
}
