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

/**
 * The figures of publications in the open format of public impact data, v0.5.0: every figure of everyone, every effect,
 * and the target of the plan. What the format has no column for (interval, number followed, level of proof, limits) is
 * in the comments.
 */
export function openSchemaCsv(publications: readonly Publication[]): string {
  const rows = publications.flatMap((publication) =>
    publication.bundle.measures.flatMap((measure) => rowsOf(publication, measure)),
  );
  return csvText(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );
}

function rowsOf({ bundle }: Publication, measure: PublishedMeasure): readonly OpenRow[] {
  const indicator = bundle.plan.indicators.find(({ id }) => id === measure.indicator);
  const share = isShare(measure.method, measure.headline.estimate);
  const { estimate: main } = measure.headline;
  const unit = share ? '%' : 'unit' in main ? String(main.unit) : 'unité';
  const comments = [
    `Niveau de preuve ${measure.evidence.level} sur 5 (${measure.evidence.name}).`,
    measure.quality.limits,
  ];
  const base = {
    administration_rattachement: bundle.service.organisation ?? 'Non renseignée',
    nom_service_public_numerique: bundle.service.name,
    type_indicateur: measure.matrix === 'impactful' ? 'impact' : 'usage',
    frequence_monitoring: frequencies[indicator?.cadence ?? 'week'],
    date: measure.coverage?.day ?? bundle.freshness.measuredOn,
    est_periode: false,
    date_debut: null,
    est_automatise: true,
    source_collecte: measure.inputs.map(({ source }) => source).join(', ') || 'déclaration du service',
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
        indicateur: 'horizon' in estimate ? `${measure.name}, à ${estimate.horizon} jours` : measure.name,
        valeur: out(estimate.value),
        unite_mesure: unit,
        ...('period' in estimate && estimate.period !== null && { date: lastDayOf(estimate.period) }),
        est_cible: false,
        commentaires: [
          interval(estimate.lower, estimate.upper, out),
          `${counted(estimate.n, 'unité suivie', 'unités suivies')}.`,
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
        indicateur: `${measure.name}, écart avec et sans le service à ${effect.horizon} jours (${effect.estimand})`,
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
            indicateur: measure.name,
            valeur: out(target.value),
            unite_mesure: unit,
            est_cible: true,
            date: target.by,
            commentaires: 'Objectif fixé par le plan de mesure.',
          },
        ];
  return [...estimates, ...effects, ...wanted];
}

/** The last day of a month `2026-09`; a day is itself. */
const lastDayOf = (period: string): string =>
  /^\d{4}-\d{2}$/.test(period)
    ? new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)), 0)).toISOString().slice(0, 10)
    : period;
