import type { EventKind } from '../service-record.ts';

const kinds: Readonly<Record<string, EventKind>> = {
  committee: 'committee',
  'passage en comité': 'committee',
  product_launch: 'launch',
  national_impact: 'national-impact',
  'impact national validé': 'national-impact',
  end: 'end',
  abandon: 'end',
  fast: 'acceleration-fund',
  eig: 'public-interest-entrepreneur',
  other: 'other',
};

/** What kind of event a source names, in the site's own words or those of its members' space; null when unknown. */
export function eventKind(name: string): EventKind | null {
  const plain = name.normalize('NFC').trim().toLowerCase();
  return Object.hasOwn(kinds, plain) ? (kinds[plain] ?? null) : null;
}
