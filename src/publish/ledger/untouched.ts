import type { Publication } from '../bundle/bundle.ts';
import { sha256 } from '../bundle/canonical.ts';
import type { LedgerEntry } from './ledger.ts';

/** Whether a stored publication is still what was sealed. */
export const isUntouched = ({ bundle, sha256: sealed }: Publication): boolean => sha256(bundle) === sealed;

const reason =
  'Ce qui est gardé ne correspond plus à l’empreinte de la publication : quelqu’un l’a modifié sans passer par une correction. Rien n’en est montré tant que l’original n’est pas rétabli.';

/** Each publication as it is kept; one that was changed behind the ledger's back is shown as withdrawn, saying why. */
export function withChecks(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return entries.map((entry) => {
    const { publication, corrections } = entry;
    if (isUntouched(publication)) return entry;
    const { number, publishedOn, service } = publication.bundle;
    const at = `${publishedOn}T00:00:00.000Z`;
    const said = { service: service.id, number, kind: 'withdrawal', reason, role: 'foulee', at } as const;
    return { publication, corrections: [said, ...corrections] };
  });
}
