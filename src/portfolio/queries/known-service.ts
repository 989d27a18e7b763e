import type { Database } from '../../platform/database/database.ts';
import { quoted } from '../../platform/french/typography.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Identifier and name of a service; refuses when there is none. */
export async function knownService(
  db: Database,
  id: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const service = await db
    .selectFrom('service')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (service !== undefined) return service;
  throw new Refusal(
    'usage',
    `Aucun service n’a l’identifiant ${quoted(id.slice(0, 80))} dans ce portefeuille.`,
    'Importez d’abord la liste des services (« foulee portfolio import startups.json »), ou vérifiez l’identifiant.',
  );
}
