import { stateWords } from '../../committee/review/state-words.ts';
import type { CsvCell } from '../../publish/formats/csv.ts';
import { servicePath } from './addresses.ts';
import type { ServiceRow } from './service-view.ts';

const columns = {
  identifiant: ({ id }) => id,
  nom: ({ name }) => name,
  organisation: ({ organisation }) => organisation,
  domaine: ({ domain }) => domain,
  phase: ({ phase }) => phase,
  exemple: ({ demonstration }) => demonstration,
  effet_recherche: ({ effect }) => effect,
  phrase: ({ sentence }) => sentence,
  niveau_de_preuve: ({ level }) => level,
  mesure_le: ({ measuredOn }) => measuredOn,
  fraicheur: ({ freshness }) => freshness?.sentence ?? null,
  tendance: ({ trend }) => trend,
  relecture: ({ review }) => stateWords[review.state].name,
  relu_le: ({ review }) => review.review?.day ?? null,
  prochain_pas: ({ sentence, nextStep }) => (sentence === null ? nextStep : null),
} as const satisfies Readonly<Record<string, (row: ServiceRow) => CsvCell>>;

/** Every service in a line, as the list of the site shows it; `address` is the site's. */
export function servicesTable(
  rows: readonly ServiceRow[],
  address: string,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] } {
  return {
    columns: [...Object.keys(columns), 'page'],
    rows: rows.map((row) => [
      ...Object.values(columns).map((read) => read(row)),
      `${address}${servicePath(row.id)}`,
    ]),
  };
}
