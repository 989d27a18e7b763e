import type { Database } from '../../platform/database/database.ts';
import { readFrozenEvidence } from '../evidence/freeze-evidence.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { readDecisions } from '../sessions/read-decisions.ts';
import type { CommitteeSession } from '../sessions/session.ts';
import type { Dossier } from './dossier.ts';
import { writeDossier } from './write-dossier.ts';

/**
 * The dossier of a committee: on its frozen evidence, else on what is known `today` (`YYYY-MM-DD`), said to be a draft.
 * Refuses evidence that is no longer what was frozen.
 */
export async function sessionDossier(
  db: Database,
  session: CommitteeSession,
  today: string,
): Promise<Dossier> {
  const { frozen, previous, service } = session;
  const evidence = frozen === null ? await gatherEvidence(db, service, today) : readFrozenEvidence(frozen);
  const decisions = await readDecisions(db, [service]);
  const before = decisions.find(({ id }) => id === previous?.decision);
  return writeDossier({
    evidence,
    sha256: frozen?.sha256 ?? null,
    session: {
      ...session,
      previous: previous && { day: previous.day, conditions: before?.conditions ?? [] },
      decision: decisions.find(({ id }) => id === session.decision) ?? null,
    },
  });
}
