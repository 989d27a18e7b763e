/** Today in the user's time zone, `YYYY-MM-DD`; the only place that reads the clock. */
export function today(): string {
  return dayOf(new Date());
}

/** The local calendar day of an instant, `YYYY-MM-DD`. */
function dayOf(instant: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
