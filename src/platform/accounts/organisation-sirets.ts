import type { AccountContext } from './context.ts';
import type { SignedIn } from './find-session.ts';
import { recordAudit } from './record-audit.ts';
import { notFoundHere } from './refusals.ts';
import { requireInstallation } from './require-permission.ts';
import { readSiret } from './siret.ts';

/** The SIRETs tied to an organisation, in order. */
export async function listSirets({ db }: AccountContext, organisation: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organisation_siret')
    .select('siret')
    .where('organisation', '=', organisation)
    .orderBy('siret')
    .execute();
  return rows.map(({ siret }) => siret);
}

interface Tie {
  readonly organisation: string;
  /** As typed in the form. */
  readonly siret: string;
}

/**
 * Lets whoever comes through ProConnect with this SIRET read what belongs to the organisation. Only an administrator of
 * the installation may; refuses what is not a SIRET. Tied already, nothing changes.
 */
export async function tieSiret(context: AccountContext, by: SignedIn, tie: Tie): Promise<void> {
  const { organisation } = tie;
  await requireInstallation(context, by, { kind: 'organisation', id: organisation });
  const siret = readSiret(tie.siret);
  const at = context.now();
  await context.db.transaction().execute(async (transaction) => {
    const tied = await transaction
      .insertInto('organisation_siret')
      .values({ organisation, siret, tied_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('siret')
      .executeTakeFirst();
    if (tied === undefined) return;
    await recordAudit(transaction, {
      at,
      actor: by.id,
      action: 'siret.tie',
      object: ['siret', siret],
      organisation,
    });
  });
}

/** Takes it back, for sessions already open too. */
export async function untieSiret(
  context: AccountContext,
  by: SignedIn,
  { organisation, siret }: Tie,
): Promise<void> {
  await requireInstallation(context, by, { kind: 'organisation', id: organisation });
  await context.db.transaction().execute(async (transaction) => {
    const untied = await transaction
      .deleteFrom('organisation_siret')
      .where('organisation', '=', organisation)
      .where('siret', '=', siret)
      .returning('siret')
      .executeTakeFirst();
    if (untied === undefined) throw notFoundHere();
    await recordAudit(transaction, {
      at: context.now(),
      actor: by.id,
      action: 'siret.untie',
      object: ['siret', siret],
      organisation,
    });
  });
}
