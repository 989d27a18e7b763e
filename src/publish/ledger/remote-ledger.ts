import { z } from 'zod';
import { Refusal } from '../../platform/refusal.ts';
import type { Publication } from '../bundle/bundle.ts';
import { canonicalJson } from '../bundle/canonical.ts';
import { readPublications } from '../verify/read-publication.ts';
import { checkFollows, checkServiceId, type Ledger, type LedgerEntry } from './ledger.ts';
import { siteAnswer } from './site-answer.ts';

/**
 * The ledger of a site, through its API and with a key: what was measured here is published there, and only frozen
 * counts travel. The site verifies again what it is sent.
 */
export function remoteLedger(site: string, key: string): Ledger {
  const address = siteAddress(site);
  const ask = (service: string, what: string, options: RequestInit = {}): Promise<string> => {
    checkServiceId(service);
    return siteAnswer(address, `/api/v1/services/${service}/${what}`, key, options);
  };
  const entries = async (service: string): Promise<readonly LedgerEntry[]> => {
    const text = await ask(service, 'ledger');
    if (text.trim() === '[]') return [];
    return readPublications(text, address).map(entryOf);
  };
  return {
    entries,
    async append(service, _author, make) {
      const known = await entries(service);
      const publication: Publication = make(known);
      checkFollows(publication, known);
      const headers = { 'content-type': 'application/json' };
      const body = canonicalJson(publication);
      await ask(service, 'publications', { method: 'POST', body, headers });
      return publication;
    },
    async correct() {
      throw new Refusal(
        'usage',
        'Une correction ne s’envoie pas à un autre site depuis le terminal.',
        'Faites-la dans l’espace des équipes de ce site, page du service.',
      );
    },
  };
}

/** What was said of a publication, as a site tells who has a key. */
export const correctionShape = z.object({
  service: z.string(),
  number: z.number(),
  kind: z.enum(['correction', 'withdrawal']),
  reason: z.string(),
  role: z.string(),
  at: z.string(),
});
/** It comes beside the publication; an older site leaves it out. */
const corrected = z.object({ corrections: z.array(correctionShape).default([]) });

function entryOf({ sha256, parts, bundle, ...beside }: Publication): LedgerEntry {
  return { publication: { sha256, parts, bundle }, corrections: corrected.parse(beside).corrections };
}

/** Refuses an address to which the key would travel in clear. */
export function siteAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const here = url !== null && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && here)) return url.origin;
  throw new Refusal(
    'usage',
    url?.protocol === 'http:'
      ? 'Cette adresse est en http : la clé y voyagerait en clair.'
      : 'Ce qui suit --to n’est pas l’adresse d’un site.',
    'Donnez l’adresse du site en https, par exemple --to https://impact.exemple.fr.',
  );
}
