import { type DestinationStream, type Logger, pino } from 'pino';

const personal = [
  /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  /(?:\b[\da-f]{1,4})?(?::[\da-f]{0,4}){3,7}\b/gi,
  /\?[^\s"]*=[^\s"]*/g,
  /\b(?:foulee_)?[\w-]{43,}\b/g,
];

/**
 * The log, one JSON object a line. Whatever is handed to it, an e-mail address, a network address, a query string or
 * a secret is replaced by `[retiré]`; of an error it keeps the kind, the code and the place, never the message, which
 * may quote a value.
 */
export function openLog(destination?: DestinationStream): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: plainError, error: plainError },
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: withoutPersonalData },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

export function withoutPersonalData(line: string): string {
  const time = /"time":"[^"]*"/.exec(line)?.[0];
  const masked = personal.reduce((text, pattern) => text.replace(pattern, '[retiré]'), line);
  return time === undefined ? masked : masked.replace(/"time":"[^"]*"/, time);
}

function plainError(error: unknown): { type: string; code?: string; at?: readonly string[] } {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    at: at.slice(0, 12).map((line) => line.trim()),
  };
}
