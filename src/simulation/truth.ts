import type { KnownTruth } from './generate.ts';
import { declaredWithin, earliestLag, lagProbabilities, longestLag } from './reporting-lag.ts';
import type { World } from './world.ts';
import type { RowCounts } from './writers.ts';

/** What `truth.json` holds: how the world was made, what was written, and what a right measure must find. */
export type Truth = ReturnType<typeof truthDocument>;

/** Probabilities are rounded to 8 decimals. */
export function truthDocument(world: World, rows: RowCounts, known: KnownTruth) {
  const { calendar, options } = world;
  return rounded({
    simulation: 1 as const,
    note: 'Monde simulé : aucune personne réelle. Les probabilités sont calculées, non comptées dans les fichiers.',
    options: {
      seed: options.seed,
      size: options.size,
      start: options.start,
      months: options.months,
      shape: options.shape.source,
      format: options.format,
      files: options.files,
      compress: options.compress,
      people: options.people,
      hazardRatio: options.hazardRatio,
      missedLinks: options.missedLinks,
      hiddenMotivation: options.hiddenMotivation,
    },
    calendar: {
      firstDay: calendar.iso(0),
      lastDay: calendar.iso(calendar.days - 1),
      completeThrough: calendar.iso(world.completeThrough),
    },
    rows: { ...rows, companies: world.companies.length, peopleFollowed: world.persons },
    rule: {
      uses: ['details', 'afficher-details', 'ajout-favori'],
      hires: 'premiere_embauche = Embauche',
      index: 'first' as const,
      window: { after: 1, until: 365 },
    },
    'hired-by-viewed-company': { unit: 'pair' as const, ...known.pairs },
    'back-to-work': { unit: 'person' as const, ...known.users },
    people: known.people,
    effect: {
      what: "L'usage multiplie par hazardRatio le risque instantané d'embauche par une entreprise consultée ; il ne change rien aux autres embauches.",
      hazardRatio: options.hazardRatio,
      hiddenMotivation: options.hiddenMotivation,
    },
    missedLinks: options.missedLinks,
    reportingLag: {
      earliest: earliestLag,
      latest: longestLag,
      probabilities: lagProbabilities,
      declaredWithin: [-1, 0, 3, 7, 14, 30, longestLag].map((days) => ({
        days,
        share: declaredWithin(days),
      })),
    },
  });
}

function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'number' && !Number.isInteger(item) ? Math.round(item * 1e8) / 1e8 : item,
    ),
  ) as T;
}
