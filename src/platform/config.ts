import { availableParallelism, homedir, totalmem } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type PullConnection, pullConnections } from './pull-connections.ts';
import { Refusal } from './refusal.ts';
import {
  type MailSetting,
  mailSetting,
  type OidcSetting,
  oidcSetting,
  siteAddress,
} from './sign-in-settings.ts';
import { type SiteSetting, siteSetting } from './site-setting.ts';

export interface Config {
  /** Everything Foulée keeps. */
  readonly dataFolder: string;
  /** Where an analysis too large for memory spills; inside the data folder. */
  readonly temporaryFolder: string;
  readonly key: KeySetting;
  readonly database: DatabaseSetting;
  /** Bytes one analysis may hold in memory. */
  readonly memory: number;
  /** Bytes of the largest file of data that may be deposited from a browser. */
  readonly largestDeposit: number;
  readonly threads: number;
  /** Where this site is on the web, without a final slash; https: a public site. */
  readonly address: string;
  readonly mail: MailSetting;
  readonly site: SiteSetting;
  /** The identity provider people sign in with; null: e-mail links only. */
  readonly oidc: OidcSetting | null;
  /** Whether what a team asks to be told may be sent to a private network (FOULEE_PRIVATE_WEBHOOKS=oui). */
  readonly privateWebhooks: boolean;
  /** The API key with which this machine publishes on another site; null: it does not. */
  readonly publishingKey: string | null;
  /** Where sources may be fetched from, by name. */
  readonly pullConnections: Readonly<Record<string, PullConnection>>;
  /** A PostgreSQL database the tests may fill; null: they run on the embedded one only. */
  readonly testPostgres: string | null;
}

/** Where the pseudonymisation key comes from; a `created` file is made on first use. */
export type KeySetting =
  | { readonly from: 'environment'; readonly text: string }
  | { readonly from: 'file'; readonly path: string; readonly created: boolean };

/** Where services, accounts and publications live: an embedded database in a folder, or a PostgreSQL server. */
export type DatabaseSetting =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'postgresql'; readonly url: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration; the only place that looks at the environment. FOULEE_DATA, FOULEE_KEY or
 * FOULEE_KEY_FILE, FOULEE_MEMORY and FOULEE_DEPOSIT (`2GB`, `1500Mo`…), FOULEE_THREADS, FOULEE_DEBUG, DATABASE_URL,
 * FOULEE_API_KEY, FOULEE_PULL_…, and those of `sign-in-settings.ts` and `site-setting.ts`.
 */
export function readConfig(environment: Environment = process.env): Config {
  const folders = userFolders(environment);
  const set = (name: string) => environment[name]?.trim() || null;
  const address = siteAddress(set);
  const dataFolder = resolve(set('FOULEE_DATA') ?? join(folders.data, 'foulee'));
  return {
    dataFolder,
    temporaryFolder: join(dataFolder, 'tmp'),
    key: keySetting(set('FOULEE_KEY'), set('FOULEE_KEY_FILE'), join(folders.config, 'foulee', 'key')),
    database: databaseSetting(set('DATABASE_URL'), join(dataFolder, 'base')),
    memory: memory(set('FOULEE_MEMORY')),
    largestDeposit: largestDeposit(set('FOULEE_DEPOSIT')),
    threads: threads(set('FOULEE_THREADS')),
    address,
    mail: mailSetting(set, address),
    oidc: oidcSetting(set),
    site: siteSetting(set),
    privateWebhooks: set('FOULEE_PRIVATE_WEBHOOKS') === 'oui',
    publishingKey: set('FOULEE_API_KEY'),
    pullConnections: pullConnections(environment),
    testPostgres: set('FOULEE_TEST_POSTGRES'),
  };
}

/** The environment with some settings replaced, for a run apart from the user's own. */
export const environmentWith = (settings: Environment): Environment => ({ ...process.env, ...settings });

/** Whether technical details are asked for (FOULEE_DEBUG=1), even when the rest of the configuration is refused. */
export const debugAsked = (environment: Environment = process.env): boolean =>
  environment.FOULEE_DEBUG?.trim() === '1';

function keySetting(text: string | null, file: string | null, defaultFile: string): KeySetting {
  if (text !== null && file !== null) {
    throw new Refusal(
      'usage',
      'Deux clés de pseudonymisation sont données à la fois : FOULEE_KEY et FOULEE_KEY_FILE.',
      "N'en gardez qu'une.",
    );
  }
  if (text !== null) return { from: 'environment', text };
  return { from: 'file', path: resolve(file ?? defaultFile), created: file === null };
}

/** The value is never repeated: it may hold a password. */
function databaseSetting(url: string | null, folder: string): DatabaseSetting {
  if (url === null) return { kind: 'embedded', folder };
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Refusal(
      'usage',
      "DATABASE_URL n'est pas l'adresse d'une base PostgreSQL.",
      'Écrivez par exemple DATABASE_URL=postgresql://foulee:motdepasse@localhost:5432/foulee, ou retirez-la : Foulée tiendra sa base elle-même.',
    );
  }
  return { kind: 'postgresql', url };
}

/** `2GB`, `1500Mo`; not a number when it is no quantity of bytes. */
function bytesIn(text: string): number {
  const match = /^(\d+(?:[.,]\d+)?)\s*([KMGT])(i?)[BO]$/i.exec(text);
  return match
    ? Number(match[1]?.replace(',', '.')) *
        (match[3] ? 1024 : 1000) ** (1 + 'KMGT'.indexOf((match[2] ?? '').toUpperCase()))
    : Number.NaN;
}

function largestDeposit(text: string | null): number {
  const bytes = text === null ? 300e6 : bytesIn(text);
  if (!(bytes >= 1e6 && bytes <= 2e9)) {
    throw new Refusal(
      'usage',
      `FOULEE_DEPOSIT vaut « ${text} », qui n'est pas une taille de fichier entre 1 Mo et 2 Go.`,
      'Écrivez par exemple FOULEE_DEPOSIT=500MB.',
    );
  }
  return bytes;
}

function memory(text: string | null): number {
  if (text === null) return Math.min(2e9, totalmem() / 2);
  const bytes = bytesIn(text);
  if (!(bytes >= 256e6)) {
    throw new Refusal(
      'usage',
      `FOULEE_MEMORY vaut « ${text} », qui n'est pas une quantité de mémoire d'au moins 256 Mo.`,
      'Écrivez par exemple FOULEE_MEMORY=2GB.',
    );
  }
  return bytes;
}

function threads(text: string | null): number {
  if (text === null) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    throw new Refusal(
      'usage',
      `FOULEE_THREADS vaut « ${text} », qui n'est pas un nombre de fils d'exécution.`,
      'Écrivez par exemple FOULEE_THREADS=2.',
    );
  }
  return Number(text);
}

/** The user's data and configuration folders, by the conventions of the platform. */
function userFolders(environment: Environment): { data: string; config: string } {
  const home = homedir();
  const absolute = (name: string) => {
    const path = environment[name];
    return path && isAbsolute(path) ? path : null;
  };
  if (process.platform === 'win32') {
    return {
      data: absolute('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'),
      config: absolute('APPDATA') ?? join(home, 'AppData', 'Roaming'),
    };
  }
  if (process.platform === 'darwin') {
    const library = join(home, 'Library');
    return { data: join(library, 'Application Support'), config: join(library, 'Preferences') };
  }
  return {
    data: absolute('XDG_DATA_HOME') ?? join(home, '.local', 'share'),
    config: absolute('XDG_CONFIG_HOME') ?? join(home, '.config'),
  };
}
