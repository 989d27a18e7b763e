import pg from 'pg';
import { Refusal } from '../../platform/refusal.ts';
import { brokenLine, type DeliveredRow, type Delivery } from './open-delivery.ts';

const fetchedAtOnce = 1_000;
/** Milliseconds one statement may take. */
const patience = 300_000;

/**
 * The rows of a query on a PostgreSQL database, in a transaction that can only read, a few at a time. Every value comes
 * as text. One statement only: the extended protocol accepts no second one that could leave the transaction.
 */
export async function queriedDelivery<T>(
  name: string,
  url: string,
  query: string,
  take: (delivery: Delivery) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 30_000,
    statement_timeout: patience,
    options: '-c default_transaction_read_only=on',
    types: { getTypeParser: () => (value: unknown) => value },
  });
  client.on('error', () => {});
  try {
    await asked(name, () => client.connect());
    await asked(name, () => client.query('begin transaction read only'));
    const declared = { text: `declare lines no scroll cursor for ${query}`, queryMode: 'extended' };
    await asked(name, () => client.query(declared));
    const next = () => asked(name, () => client.query(`fetch ${fetchedAtOnce} from lines`));
    const first = await next();
    const rows = async function* (): AsyncGenerator<readonly DeliveredRow[]> {
      let line = 1;
      for (let page = first; page.rows.length > 0; page = await next()) {
        yield page.rows.map((values: Record<string, unknown>) => ({ line: line++, values }));
      }
    };
    const columns = first.fields.map((field) => field.name);
    return await take({ columns, broken: brokenLine.csv, rows });
  } finally {
    await client.end().catch(() => {});
  }
}

/** What the database refuses is said by its code: its message could quote a value. */
async function asked<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? '');
    throw new Refusal(
      'data',
      `Source « ${name} » : la base refuse la requête ou ne répond pas${code === '' ? '' : ` (code ${code})`}.`,
      reasons[code] ?? 'Vérifiez l’adresse de la base et la requête, puis relancez.',
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  '25006': 'Cette requête écrit : une source ne fait que lire. Gardez un seul « select ».',
  '28P01': 'Le mot de passe n’est pas le bon.',
  '42501': 'Ce compte de la base n’a pas le droit de lire ces tables.',
  '42601': 'La requête est mal écrite : il faut un seul « select », sans point-virgule.',
  '42703': 'Une colonne de la requête n’existe pas.',
  '42P01': 'Une table de la requête n’existe pas.',
  '57014': 'La requête a duré plus de cinq minutes : allégez-la.',
};
