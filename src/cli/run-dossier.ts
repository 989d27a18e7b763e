import { printDossier } from '../committee/dossier/print/print-dossier.ts';
import { writeDossier } from '../committee/dossier/write-dossier.ts';
import { gatherEvidence } from '../committee/evidence/gather-evidence.ts';
import { today } from '../platform/clock.ts';
import { frenchDay } from '../platform/french/date.ts';
import { frenchNumber, tied } from '../platform/french/number.ts';
import { Refusal } from '../platform/refusal.ts';
import { validDay } from './valid-day.ts';
import { withDatabase } from './with-database.ts';

/** The dossier of a service on a day (today when left out), outside of any committee; refuses a day to come. */
export async function dossierOn(
  service: string,
  asked: string | undefined,
): Promise<{ readonly pdf: Buffer; readonly name: string; readonly said: string }> {
  const day = asked === undefined ? today() : validDay('--day', asked);
  if (day > today())
    throw new Refusal(
      'usage',
      `--day : le ${frenchDay(day)} n’est pas encore venu, on ne sait pas ce qui sera connu.`,
      'Donnez un jour passé, ou laissez cette option pour aujourd’hui.',
    );
  const evidence = await withDatabase((db) => gatherEvidence(db, service, day));
  const began = performance.now();
  const pdf = await printDossier(writeDossier({ evidence, session: null, sha256: null }));
  const seconds = frenchNumber((performance.now() - began) / 1000, 1);
  const name = `dossier-${evidence.service.id}-${day}.pdf`;
  const said = `${evidence.service.name} : ce qui était connu le ${frenchDay(day)}, imprimé en ${seconds}${tied}s.`;
  return { pdf, name, said };
}
