import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { AccountEnv } from '../accounts/account-parts.ts';
import type { Assets } from '../assets/assets.ts';
import type { PublicCache } from '../http/public-cache.ts';
import type { Site } from '../layout/site.ts';
import type { Guide } from '../methods/guides.ts';
import type { PublicData } from '../view/public-data.ts';

/** What routes need, made once when the site starts. */
export interface Facts {
  readonly site: Site;
  readonly assets: Assets;
  readonly guides: ReadonlyMap<string, Guide>;
  readonly data: PublicData;
  readonly cache: PublicCache;
  readonly isReady: () => Promise<boolean>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** What is not public: team pages, mounted before the rest; they say when something public changed. */
  readonly team: (site: Site, onPublish: () => void) => Hono<AccountEnv>;
}
