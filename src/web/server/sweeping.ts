import type { Logger } from 'pino';
import type { AccountContext } from '../../platform/accounts/context.ts';
import { forgetExpiredDrafts } from '../team/publications/drafts.ts';

interface Parts {
  readonly context: AccountContext;
  readonly log: Pick<Logger, 'error'>;
  /** Milliseconds between two passes. */
  readonly every?: number;
}

/** Erases what has expired, at once and then as long as the site is open; `stop` waits for the pass under way. */
export function startSweeping({ context, log, every = 10 * 60_000 }: Parts): {
  readonly stop: () => Promise<void>;
} {
  const sweep = () =>
    forgetExpiredDrafts(context).catch((error) => log.error({ err: error }, 'essais expirés non effacés'));
  let pass = sweep();
  const timer = setInterval(() => {
    pass = sweep();
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      await pass;
    },
  };
}
