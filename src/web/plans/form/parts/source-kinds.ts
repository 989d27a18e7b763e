import type { Choice } from '../field.ts';

/** What a row of a source is, by kind. */
export const sourceKinds: readonly Choice[] = [
  ['events', 'usages du service, un par ligne'],
  ['outcomes', 'effets constatés hors du service, un par ligne'],
  ['units', 'personnes (ou logements…) déjà suivies'],
  ['assignments', 'personnes tirées au sort et leur groupe'],
  ['sample', 'cas mesurés, personnes interrogées ou appelées'],
  ['series', 'chiffres déjà calculés, un par date'],
  ['panel', 'territoires et périodes, avec une valeur'],
  ['territories', 'territoires et jour d’arrivée du service'],
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
