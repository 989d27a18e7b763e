/**
 * The calendar day a text says, `YYYY-MM-DD`: `2024-03-01`, the same with an hour behind (as page generators print
 * dates), or `01/03/2024`. Null when no such day exists.
 */
export function dayOf(text: string): string | null {
  const trimmed = text.trim();
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  const written = french
    ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
    : /^(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:)/.exec(trimmed)?.[1];
  // No calendar, nor PostgreSQL's, has a year 0.
  if (written === undefined || written.startsWith('0000')) return null;
  const instant = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(written) ? null : written;
}
