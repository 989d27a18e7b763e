/** Today in the user's time zone, `YYYY-MM-DD`; the only file that reads the clock. */
export function today(): string {
  return dayOf(new Date());
}

/** The day after today, `YYYY-MM-DD`: the last one that some clock in the world may say it is. */
export function tomorrow(): string {
  return dayOf(new Date(Date.now() + 86_400_000));
}

/** The local calendar day of an instant, `YYYY-MM-DD`. */
function dayOf(instant: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}

/** The same of an instant, ISO 8601. */
export const dayOfInstant = (instant: string): string => dayOf(new Date(instant));

/** The present instant, ISO 8601 in UTC. */
export function instant(): string {
  return new Date().toISOString();
}
