import type { Choice } from '../field.ts';

/** What a row of a source is, by kind. */
export const sourceKinds: readonly Choice[] = [
  ['events', 'un usage du service'],
  ['outcomes', 'un effet constaté ensuite'],
  ['units', 'une personne déjà suivie'],
  ['assignments', 'une personne tirée au sort'],
  ['sample', 'un cas mesuré, une réponse'],
  ['series', 'un chiffre déjà calculé, daté'],
  ['panel', 'un territoire à une période'],
  ['territories', 'un territoire et son jour d’arrivée'],
];

/** Names of the sources of a document of some kinds, as choices. */
export function sourcesOfKind(data: unknown, kinds: readonly string[]): readonly Choice[] {
  const sources = (data as { readonly sources?: unknown } | null)?.sources;
  return Object.entries(typeof sources === 'object' && sources !== null ? sources : {})
    .filter(([, source]) => kinds.includes(String((source as { kind?: unknown } | null)?.kind)))
    .map(([name]) => [name, name]);
}

export const drawnChoices: readonly Choice[] = [
  ['random', 'au hasard'],
  ['all', 'tous les cas'],
  ['convenience', 'ceux que l’on avait sous la main'],
];
