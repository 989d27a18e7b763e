import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Logger } from 'pino';
import type { AccountContext } from '../../platform/accounts/context.ts';
import type { SignedIn } from '../../platform/accounts/find-session.ts';
import type { OidcProvider } from '../../platform/accounts/oidc/provider.ts';
import type { Mail } from '../../platform/mail.ts';
import type { ArrivalDoor } from '../../records/arrivals/door.ts';

/** A whole page around an account's content. */
export type Layout = (page: {
  readonly title: string;
  readonly path: string;
  readonly children: Child;
}) => Child;

/** What the pages of accounts need, made once when the site starts. */
export interface AccountParts {
  readonly context: AccountContext;
  readonly mail: Mail;
  readonly provider: OidcProvider | null;
  /** Public address of the site, without a final slash. */
  readonly address: string;
  readonly log: Pick<Logger, 'warn'>;
  /** Where rows that programs send come in. */
  readonly door: ArrivalDoor;
  /** Bytes of the largest file of data that may be deposited. */
  readonly largestDeposit: number;
  readonly layout: Layout;
  /** Called once something public changed here. */
  readonly onPublish: () => void;
}

/** What a request carries once `withAccount` saw it. */
export interface AccountEnv {
  Variables: {
    /** Who is signed in; null: nobody, or a session that ended. */
    account: SignedIn | null;
    form: ReadonlyMap<string, string>;
    /** The file of a form that sends data, to be read as it comes; null: there is none. */
    incoming: IncomingFile | null;
  };
}

export interface IncomingFile {
  readonly name: string;
  readonly pieces: AsyncIterable<Buffer>;
}

export type AccountRequest = Context<AccountEnv>;
