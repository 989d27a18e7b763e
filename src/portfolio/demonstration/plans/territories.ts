import { normalDraw } from '../../../statistics/seeded-random.ts';
import { demonstrationHead, type MeasuredExample, simulated } from './measured-example.ts';
import { dayAfter, fixedTable, monthAfter } from './simulated-table.ts';

const territories = 18;
const quarters = 12;
/** Quarter in which each third of the territories received the service; null: never. */
const waves = [5, 8, null];

interface Place {
  readonly dwellings: number;
  readonly share: number;
}

/** Made-up territories that received the service in two waves, and others that never did. */
export const zeroLogementVacant: MeasuredExample = {
  service: 'zero-logement-vacant',
  jobSeekers: false,
  monthsAgo: [0],
  plan: () => `${demonstrationHead('zero-logement-vacant')}sources:
  territoires:
    kind: panel
    files: [territoires.csv]
    territory: territoire
    period: trimestre
    numerator: sorties
    denominator: logements
    started: debut
indicators:
  - id: sorties-de-vacance
    name: Sorties de vacance
    matrix: impactful
    method: rollout
    panel: territoires
    sentence: {who: logements vides, what: sont de nouveau habités dans le trimestre}
    comparison: {design: rollout}
    limits: ["${simulated}", "Les logements démolis ne sont pas vus."]
`,
  files: ({ through }) => {
    // The last quarter is the last one that was over.
    const periods = Array.from({ length: quarters }, (_, i) =>
      quarterOf(monthAfter(dayAfter(through, 1), 3 * (i - quarters))),
    );
    const places = new Map<number, Place>();
    return {
      'territoires.csv': fixedTable(
        'territoire,trimestre,debut,sorties,logements',
        { count: territories * quarters, seed: 31 },
        ({ uniform, below }, rank) => {
          const number = Math.floor((rank - 1) / quarters);
          const at = (rank - 1) % quarters;
          const place = places.get(number) ?? {
            dwellings: 1_500 + below(2_500),
            share: 0.04 + 0.02 * uniform(),
          };
          places.set(number, place);
          const start = waves[number % waves.length] ?? null;
          const quartersWithIt = start === null ? 0 : Math.max(0, at - start + 1);
          const share = place.share + 0.0005 * at + 0.004 * Math.min(quartersWithIt, 4);
          const spread = Math.sqrt(place.dwellings * share * (1 - share));
          return [
            `Territoire ${number + 1}`,
            periods[at] ?? '',
            start === null ? '' : (periods[start] ?? ''),
            Math.round(place.dwellings * share + spread * normalDraw(uniform)),
            place.dwellings,
          ];
        },
      ),
    };
  },
};

const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
