import { frenchDay } from '../../platform/french/date.ts';
import { typeset } from '../../platform/french/typography.ts';
import { underName } from '../../platform/french/under-name.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';
import { shownEntry } from '../ledger/ledger.ts';
import { xmlText } from './xml-text.ts';

export interface AtomAddresses {
  /** The feed itself, and the service's page; absolute. */
  readonly feed: string;
  readonly page: string;
  publication(number: number): string;
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly summary: string;
}

/**
 * Publications and corrections of a service as an Atom feed (RFC 4287), latest first. `entries` from the ledger, oldest
 * first; `since`: when the feed starts, ISO 8601, said when there is nothing yet.
 */
export function atomFeed(
  service: { readonly name: string },
  entries: readonly LedgerEntry[],
  addresses: AtomAddresses,
  since: string,
): string {
  return feedText({
    ...addresses,
    title: `${service.name} : chiffres publiés et corrections`,
    author: service.name,
    items: entries.flatMap((entry) => itemsOf(entry, addresses)),
    since,
  });
}

interface Followed {
  readonly name: string;
  readonly entries: readonly LedgerEntry[];
  readonly addresses: AtomAddresses;
}

const mostItems = 100;

/** What every service published and corrected, the latest hundred, in one feed of a site. */
export function siteFeed(
  site: { readonly name: string; readonly feed: string; readonly page: string },
  services: readonly Followed[],
  since: string,
): string {
  const items = services.flatMap(({ name, entries, addresses }) =>
    entries
      .flatMap((entry) => itemsOf(entry, addresses))
      .map((item) => ({ ...item, title: `${name} : ${item.title.toLowerCase()}` })),
  );
  const { feed, page, name } = site;
  return feedText({
    feed,
    page,
    title: `${name} : tout ce qui est publié et corrigé`,
    author: name,
    items,
    since,
  });
}

interface Feed {
  readonly feed: string;
  readonly page: string;
  readonly title: string;
  readonly author: string;
  readonly items: readonly Item[];
  readonly since: string;
}

function feedText({ feed, page, title, author, items, since }: Feed): string {
  const latestFirst = items
    .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, mostItems);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${xmlText(feed)}</id>
  <title>${xmlText(typeset(title))}</title>
  <updated>${latestFirst[0]?.updated ?? since}</updated>
  <author><name>${xmlText(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(feed)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${latestFirst.map(itemText).join('')}</feed>
`;
}

function itemsOf(entry: LedgerEntry, addresses: AtomAddresses): readonly Item[] {
  const { number, publishedOn, measures } = entry.publication.bundle;
  const link = addresses.publication(number);
  const shown = shownEntry(entry);
  const sentences = measures
    .map(({ name, headline }) => `${name} : ${underName(name, headline.sentence)}`)
    .join(' ');
  return [
    {
      id: link,
      link,
      updated: `${publishedOn}T00:00:00Z`,
      title: `Publication ${number} du ${frenchDay(publishedOn)}`,
      summary: shown.kind === 'withdrawn' ? `Retirée : ${shown.withdrawal.reason}` : sentences,
    },
    ...entry.corrections.map(({ kind, reason, at }, i) => ({
      id: `${link}#${kind}-${i + 1}`,
      link,
      updated: at,
      title: `${kind === 'withdrawal' ? 'Retrait' : 'Correction'} de la publication ${number} du ${frenchDay(publishedOn)}`,
      summary: reason,
    })),
  ];
}

const itemText = ({ id, title, updated, link, summary }: Item): string => `  <entry>
    <id>${xmlText(id)}</id>
    <title>${xmlText(typeset(title))}</title>
    <updated>${xmlText(updated)}</updated>
    <link rel="alternate" type="text/html" href="${xmlText(link)}"/>
    <summary>${xmlText(typeset(summary))}</summary>
  </entry>
`;
