import type { Page } from 'playwright-core';
import { broken } from './demonstration-site.ts';

/** Pages that no link leads to: filters, pages held by other sites, and what is said when something is wrong. */
const unlinked = [
  '/?recherche=emploi&domaine=social',
  '/?preuve=5',
  '/?fraicheur=ancien',
  '/?relecture=form-reviewed',
  '/?recherche=introuvable',
  '/services/demo-estime/integration',
  '/services/demo-eva/integration',
  '/services/demo-plante-et-moi/integration',
  '/nulle/part',
  '/services/inconnu',
  '/services/demo-eva/indicateurs/aucun',
  '/services/demo-mps/publications/1',
  `/services/${broken}`,
  '/equipe/bureau?recherche=introuvable',
  '/connexion/lien-envoye',
  '/connexion/confirmer?jeton=perdu',
  '/equipe/services/demo-mps/publications/2/corriger',
  '/equipe/services/demo-mps/essais/aucun',
  '/equipe/services/demo-mps/comites/aucun/dossier',
  '/equipe/services/demo-estime/couts?depuis=bientot',
];

/** Pages of one make, of which a few are enough: past states, cases told, each page of the space of a service. */
const makeOf = (path: string): string | null => {
  if (path.includes('/publications/')) return 'a publication';
  if (/^\/cas\/[^/]+$/.test(path)) return 'a case';
  const [, page] = /^\/equipe\/services\/[^/]+(.*)$/.exec(path) ?? [];
  return page === undefined ? null : `the space ${page.replace(/[^/]*\d+$/, '')}`;
};
const most = 2;

/** Every page that links lead to from the starts, and those no link leads to. */
export async function everyPath(page: Page, address: string, starts: readonly string[]): Promise<string[]> {
  const waiting = [...starts];
  const known = new Set(starts);
  const pages: string[] = [];
  const counts = new Map<string, number>();
  const isEnough = (make: string): boolean => {
    const count = (counts.get(make) ?? 0) + 1;
    counts.set(make, count);
    return count > most;
  };
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await page.request.get(`${address}${path}`);
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    const text = await answer.text();
    if (text.includes('n’est pas encore mesuré ici') && isEnough('without a figure')) continue;
    pages.push(path);
    for (const next of linksOf(text, address)) {
      const make = makeOf(next);
      if (known.has(next) || (make !== null && isEnough(make))) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return [...new Set([...pages, ...unlinked])];
}

/** Where the links of a page lead on the same site. */
function linksOf(text: string, address: string): string[] {
  const links = [...text.matchAll(/<a [^>]*href="([^"#]+)/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), address),
  );
  return links
    .filter(({ origin, pathname }) => origin === address && !pathname.startsWith('/api/'))
    .map(({ pathname, search }) => `${pathname}${search}`);
}
