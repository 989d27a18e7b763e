import { type DestinationStream, type Logger, pino } from 'pino';

const personal: readonly RegExp[] = [
  /[^\s"@]*@[^\s"]*/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  /[\da-f]{0,4}(?::[\da-f]{0,4}){3,7}/gi,
  /\?\S*=\S*/g,
  /[\w-]{43,}/g,
];

/**
 * The log, one JSON object a line, on the error output. Whatever is handed to it, an e-mail address, a network
 * address, a query string or a secret is replaced by `[retiré]`; of an error it keeps the kind, the code and the
 * place, never the message, which may quote a value.
 */
export function openLog(destination?: DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      hooks: {
        logMethod(given, write) {
          const [first, ...rest] = given.map(withoutPersonalData);
          const isError = (given[0] as unknown) instanceof Error;
          write.apply(this, [isError ? { err: first } : first, ...rest] as unknown as typeof given);
        },
      },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

function withoutPersonalData(value: unknown): unknown {
  if (typeof value === 'string') return masked(value);
  if (value instanceof Error) return plainError(value);
  if (Array.isArray(value)) return value.map(withoutPersonalData);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [masked(key), withoutPersonalData(inside)]),
  );
}

const masked = (text: string): string =>
  personal.reduce((left, pattern) => left.replace(pattern, '[retiré]'), text);

function plainError(error: Error): Readonly<Record<string, unknown>> {
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code: masked(code) }),
    at: places.slice(0, 12).map((line) => masked(line.trim())),
  };
}
