import { Refusal } from '../refusal.ts';

/** Said when another process has the embedded database open. */
export function embeddedBusy(folder: string): (owner: number | null) => Refusal {
  return (owner) =>
    new Refusal(
      'data',
      `La base de Foulée (${folder}) est déjà ouverte par un autre programme${owner === null ? '' : ` (processus ${owner})`}.`,
      'Arrêtez cet autre Foulée, ou donnez à chacun son dossier avec FOULEE_DATA. Pour en faire tourner plusieurs ensemble, utilisez PostgreSQL (DATABASE_URL).',
    );
}

export function embeddedRefusal(folder: string, error: unknown): Refusal {
  const refusal = new Refusal(
    'data',
    `La base de Foulée (${folder}) ne s'ouvre pas : le dossier est abîmé, d'une autre version, ou interdit à ce compte.`,
    'Rien n’a été modifié. Vérifiez les droits du dossier, ou remettez en place votre dernière sauvegarde.',
  );
  refusal.cause = error;
  return refusal;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'personne ne répond à cette adresse',
  ENOTFOUND: "ce nom de machine n'existe pas",
  ETIMEDOUT: 'la machine ne répond pas',
  '28P01': 'le mot de passe est refusé',
  '28000': 'ce compte est refusé',
  '3D000': "cette base n'existe pas sur le serveur",
};

/** The address is never repeated: it may hold a password. */
export function connectionRefusal(error: unknown): Refusal {
  const code = (error as { code?: string }).code ?? '';
  const refusal = new Refusal(
    'usage',
    `La base PostgreSQL de DATABASE_URL ne s'ouvre pas : ${reasons[code] ?? `le serveur refuse${code && ` (${code})`}`}.`,
    'Vérifiez que le serveur est démarré, que la base est créée, et que DATABASE_URL est juste.',
  );
  refusal.cause = error;
  return refusal;
}

/** Said when the database was migrated by a later version. */
export function databaseTooNew(unknown: readonly string[]): Refusal {
  return new Refusal(
    'data',
    `La base a été mise à jour par une version plus récente de Foulée (${unknown.join(', ')}).`,
    'Rien n’a été modifié. Relancez avec la version récente, ou remettez en place la sauvegarde faite avant la mise à jour.',
  );
}
