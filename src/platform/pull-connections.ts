import { Refusal } from './refusal.ts';

/** Where data may be fetched from; who runs the site says where, a plan only says what. */
export type PullConnection =
  | { readonly kind: 'http'; readonly origin: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'postgresql'; readonly url: string };

const prefix = 'FOULEE_PULL_';

/**
 * The connections of the environment, by name in small letters: FOULEE_PULL_GRIST is `grist`. Each is the address of a
 * site, alone or followed by one header (`https://grist.exemple.gouv.fr Authorization: Bearer …`), or of a PostgreSQL
 * database. A value that is neither is refused without being repeated: it may hold a password.
 */
export function pullConnections(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, PullConnection>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(prefix) && value?.trim()
        ? [[name.slice(prefix.length).toLowerCase(), connection(name, value.trim())]]
        : [],
    ),
  );
}

function connection(name: string, value: string): PullConnection {
  if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return { kind: 'postgresql', url: value };
  const [, address = '', header, content] = /^(https?:\/\/\S+)(?:\s+([\w-]+):\s*(\S.*))?$/.exec(value) ?? [];
  if (!URL.canParse(address)) throw notAConnection(name);
  const { origin } = new URL(address);
  return {
    kind: 'http',
    origin,
    headers: header === undefined || content === undefined ? {} : { [header]: content },
  };
}

const notAConnection = (name: string) =>
  new Refusal(
    'usage',
    `${name} n’est ni l’adresse d’un site ni celle d’une base PostgreSQL.`,
    `Écrivez par exemple ${name}='https://grist.exemple.gouv.fr Authorization: Bearer …', ou ${name}=postgresql://lecture:motdepasse@base:5432/service.`,
  );
