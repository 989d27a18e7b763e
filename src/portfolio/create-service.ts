import { recordAudit } from '../platform/accounts/record-audit.ts';
import type { Database } from '../platform/database/database.ts';
import { Refusal } from '../platform/refusal.ts';
import { saveServices } from './import/save-services.ts';
import { isServiceId } from './service-id.ts';

interface NewService {
  /** The identifier its plan gives (`service.id`). */
  readonly id: string;
  readonly name: string;
}

/** Lists a service that no import brings, with its line of the audit log; refuses an identifier already taken. */
export async function createService(
  db: Database,
  { id, name }: NewService,
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<void> {
  if (!isServiceId(id)) {
    throw new Refusal(
      'usage',
      'Cet identifiant ne convient pas.',
      'Prenez celui du plan (service.id) : des lettres sans accent, des chiffres, « - » ou « . » à l’intérieur.',
    );
  }
  await db.transaction().execute(async (transaction) => {
    const taken = await transaction
      .selectFrom('service')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (taken !== undefined) {
      throw new Refusal(
        'usage',
        'Un service est déjà inscrit sous cet identifiant.',
        'Cherchez-le parmi vos services, ou choisissez un autre identifiant.',
      );
    }
    await saveServices(
      transaction,
      [{ record: { id, name }, name, origin: 'local', effect: null, source: 'espace des équipes' }],
      at,
    );
    await recordAudit(transaction, {
      at,
      actor,
      action: 'service.create',
      object: ['service', id],
      service: id,
    });
  });
}
