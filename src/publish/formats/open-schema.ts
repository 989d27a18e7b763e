import { estimands } from '../../measure/estimand-names.ts';
import { counted, frenchNumber } from '../../platform/french/number.ts';
import type { Publication, PublishedMeasure } from '../bundle/bundle.ts';
import { effectUnit } from '../bundle/effect-unit.ts';
import { isShare } from '../bundle/is-share.ts';
import { type CsvCell, csvText } from './csv.ts';

/** Columns of `schema-impact-service-public-numerique` v0.5.0, in its order. */
const columns = [
  'administration_rattachement',
  'nom_service_public_numerique',
  'indicateur',
  'valeur',
  'unite_mesure',
  'est_cible',
  'type_indicateur',
  'frequence_monitoring',
  'date',
  'est_periode',
  'date_debut',
  'est_automatise',
  'source_collecte',
  'denom_insee',
  'code_insee',
  'dataviz_wish',
  'commentaires',
] as const;

type OpenRow = Readonly<Record<(typeof columns)[number], CsvCell>>;

const frequencies = {
  week: 'hebdomadaire',
  month: 'mensuelle',
  quarter: 'trimestrielle',
  year: 'annuelle',
} as const;

/** How the figures were collected, as the format asks; what they were read in is in the comments. */
const collections: Partial<Record<PublishedMeasure['method'], string>> = {
  'asked-later': 'enquête',
  'sample-volume': 'échantillon',
};

/** What was counted to give a figure; a method that is not here says it elsewhere, or counts nobody. */
const counts: Partial<Record<PublishedMeasure['method'], readonly [string, string]>> = {
  'follow-up': ['unité suivie', 'unités suivies'],
  'asked-later': ['réponse', 'réponses'],
  'sample-volume': ['cas mesuré', 'cas mesurés'],
};

/**
 * The figures of publications, oldest first, in the open format of public impact data, v0.5.0: every figure of
 * everyone, every effect, and the target of the plan, each once for its date, as it was last published. What the format
 * has no column for (interval, number followed, level of proof, sources, limits) is in the comments.
 */
export function openSchemaCsv(publications: readonly Publication[]): string {
  const rows = publications.flatMap((publication) =>
    publication.bundle.measures.flatMap((measure) => rowsOf(publication, measure)),
  );
  const latest = new Map(rows.map((row) => [rowKey(row), row]));
  return csvText(
    columns,
    [...latest.values()].map((row) => columns.map((column) => row[column])),
  );
}

const rowKey = (row: OpenRow): string =>
  JSON.stringify([row.nom_service_public_numerique, row.indicateur, row.est_cible, row.date]);

function rowsOf({ bundle }: Publication, measure: PublishedMeasure): readonly OpenRow[] {
  const indicator = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
  const share = isShare(measure.method, measure.headline.estimate);
  const { estimate: main } = measure.headline;
  const unit = share ? '%' : 'unit' in main ? String(main.unit) : 'unité';
  const comments = [
    `Niveau de preuve ${measure.evidence.level} sur 5 (${measure.evidence.name}).`,
    measure.quality.source,
    measure.quality.limits,
  ];
  const words = counts[measure.method];
  const labelOf = (estimate: object) =>
    'horizon' in estimate ? `${measure.name}, à ${estimate.horizon} jours` : measure.name;
  const base = {
    administration_rattachement: bundle.service.organisation ?? 'Non renseignée',
    nom_service_public_numerique: bundle.service.name,
    type_indicateur: measure.matrix === 'impactful' ? 'impact' : 'usage',
    frequence_monitoring: frequencies[indicator?.cadence ?? 'week'],
    date: measure.coverage?.day ?? bundle.freshness.measuredOn,
    est_periode: false,
    date_debut: null,
    est_automatise: true,
    source_collecte: collections[measure.method] ?? 'script',
    denom_insee: null,
    code_insee: null,
    dataviz_wish: null,
  } as const;
  const out = (value: number) => Number((share ? value * 100 : value).toFixed(4));
  const interval = (lower: number | null, upper: number | null, scale: (value: number) => number) =>
    lower === null || upper === null
      ? 'Sans intervalle.'
      : `Entre ${frenchNumber(scale(lower), 2)} et ${frenchNumber(scale(upper), 2)}.`;
  const estimates = measure.figures.estimates.flatMap((estimate) => {
    // The figure of a comparison by territories is its effect, given below.
    if (estimate.value === null || estimate.group !== null || measure.figures.kind === 'rollout') return [];
    return [
      {
        ...base,
        indicateur: labelOf(estimate),
        valeur: out(estimate.value),
        unite_mesure: unit,
        ...('period' in estimate && estimate.period !== null && periodOf(estimate.period)),
        est_cible: false,
        commentaires: [
          interval(estimate.lower, estimate.upper, out),
          ...(words === undefined ? [] : [`${counted(estimate.n, ...words)}.`]),
          ...comments,
        ].join(' '),
      },
    ];
  });
  const published = measure.figures.kind === 'figures' ? [] : measure.figures.effects;
  const inPoints = effectUnit(measure.figures).unit === 'share';
  const effects = published.flatMap((effect) => {
    if (effect.kind !== 'estimate' || effect.measure !== 'difference') return [];
    const points = (value: number) => Number((inPoints ? value * 100 : value).toFixed(4));
    return [
      {
        ...base,
        indicateur: `${measure.name}, écart avec et sans le service${
          measure.figures.kind === 'rollout'
            ? ''
            : ` à ${effect.horizon} jours (${estimands[effect.estimand].long.toLowerCase()})`
        }`,
        valeur: points(effect.value),
        unite_mesure: inPoints ? 'point de pourcentage' : (effectUnit(measure.figures).label ?? 'unité'),
        est_cible: false,
        commentaires: [interval(effect.lower, effect.upper, points), ...comments].join(' '),
      },
    ];
  });
  const target = indicator?.target ?? null;
  const wanted =
    target === null || target.relative || target.by === null
      ? []
      : [
          {
            ...base,
            indicateur: labelOf(measure.headline.estimate),
            valeur: out(target.value),
            unite_mesure: unit,
            est_cible: true,
            date: target.by,
            commentaires: 'Objectif fixé par le plan de mesure.',
          },
        ];
  return [...estimates, ...effects, ...wanted];
}

/** A month `2026-09` from its first day to its last; a day is itself. */
function periodOf(period: string): Partial<OpenRow> {
  if (!/^\d{4}-\d{2}$/.test(period)) return { date: period };
  const last = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0));
  return { est_periode: true, date_debut: `${period}-01`, date: last.toISOString().slice(0, 10) };
}
