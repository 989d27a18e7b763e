import { betweenText, figureText, valueText } from '../../measure/rollout/figure-text.ts';
import type { EventStudy, MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import type { Chart } from '../charts/chart.ts';
import { drawEventStudy } from '../charts/event-study.ts';
import { drawExpected } from '../charts/expected-lines.ts';
import { figureCells, periodText, sinceText } from './rollout-tables.ts';

const periodNames = {
  day: 'jours',
  week: 'semaines',
  month: 'mois',
  quarter: 'trimestres',
  year: 'années',
  number: 'périodes',
} as const;

const scaleOf = ({ unit }: MeasuredRollout): number => (unit === 'share' ? 100 : 1);

/** Effects before and after the arrival, with the band that holds at all points at once. */
export function eventStudyChart(rollout: MeasuredRollout, { points }: EventStudy): Chart {
  const scale = scaleOf(rollout);
  const scaled = (value: number | null) => (value === null ? null : value * scale);
  const sentence = studySentence(rollout, points);
  return {
    sentence,
    svg: drawEventStudy({
      label: sentence,
      yLabel: rollout.unit === 'share' ? 'écart, en points' : `écart${labelText(rollout)}`,
      xLabel: `${periodNames[rollout.periodSize]} depuis l’arrivée du service`,
      points: points.map((point) => ({
        since: point.since,
        value: point.att * scale,
        lower: scaled(point.lower),
        upper: scaled(point.upper),
        bandLower: scaled(point.bandLower),
        bandUpper: scaled(point.bandUpper),
      })),
    }),
    table: {
      caption: 'Effet selon le temps écoulé depuis l’arrivée',
      columns: ['Depuis l’arrivée', 'Effet', 'Intervalle', 'Bande commune', 'Groupes'],
      rows: points.map((point) => [
        sinceText(point.since),
        ...figureCells(point, rollout),
        point.bandLower === null || point.bandUpper === null
          ? 'non mesurable'
          : betweenText(point.bandLower, point.bandUpper, rollout),
        point.groups.map((group) => periodText(group, rollout)).join(', '),
      ]),
    },
  };
}

function studySentence(rollout: MeasuredRollout, points: EventStudy['points']): string {
  const outside = ({ bandLower, bandUpper }: EventStudy['points'][number]) =>
    bandLower !== null && bandUpper !== null && (bandLower > 0 || bandUpper < 0);
  const before = points.filter(({ since }) => since < 0);
  const after = points.filter(({ since }) => since >= 0);
  const start =
    before.length === 0
      ? 'Aucune période d’avant ne permet de vérifier la comparaison'
      : before.some(outside)
        ? 'Les territoires se séparaient déjà avant l’arrivée'
        : 'Rien ne se distingue avant l’arrivée';
  const seen = after.filter(outside);
  const end =
    seen.length === 0
      ? 'ensuite, aucun point ne se distingue du hasard'
      : seen.length === after.length
        ? 'ensuite, l’écart est net à chaque lecture'
        : `ensuite, l’écart est net ${seen.length} fois sur ${after.length}`;
  return `${start} ; ${end}${rollout.design === 'rollout' ? '.' : ''}`;
}

/** What was observed against what the comparison expects without the service. */
export function expectedChart(rollout: MeasuredRollout): Chart {
  const { series, startsAt, synthetic } = rollout;
  const scale = scaleOf(rollout);
  const sentence = expectedSentence(rollout);
  const start = startsAt === null ? -1 : series.findIndex(({ period }) => period === startsAt);
  const values = series.flatMap(({ observed, expected }) => [observed, expected]);
  return {
    sentence,
    svg: drawExpected({
      label: sentence,
      yLabel: rollout.unit === 'share' ? 'sur 100' : capital(rollout.label ?? 'valeur'),
      rows: series.map((row) => ({
        name: periodText(row.period, rollout),
        observed: row.observed * scale,
        expected: row.expected * scale,
        lower: row.lower === null ? null : row.lower * scale,
        upper: row.upper === null ? null : row.upper * scale,
      })),
      observedName: synthetic === null ? 'constaté' : synthetic.treated,
      expectedName: synthetic === null ? 'attendu sans le service' : 'mélange des autres',
      startsAt: start < 1 ? null : start,
      fromZero: rollout.unit === 'share' || Math.min(...values) >= 0,
    }),
    table: {
      caption: 'Constaté, et attendu sans le service',
      columns: ['Période', 'Constaté', 'Attendu', 'Intervalle de l’attendu'],
      rows: series.map(({ period, observed, expected, lower, upper }) => {
        const width = Math.max(1e-9, Math.abs(observed) / 10);
        return [
          periodText(period, rollout),
          valueText(observed, width, rollout),
          valueText(expected, width, rollout),
          lower === null || upper === null
            ? '—'
            : `entre ${figureText(lower * scale, (upper - lower) * scale)} et ${figureText(upper * scale, (upper - lower) * scale)}`,
        ];
      }),
    },
  };
}

function expectedSentence(rollout: MeasuredRollout): string {
  const { series, synthetic } = rollout;
  const last = series.at(-1);
  if (last === undefined) return '';
  const width =
    last.lower === null || last.upper === null ? Math.abs(last.observed) / 10 : last.upper - last.lower;
  const at = periodText(last.period, rollout);
  const who = synthetic === null ? 'on constate' : `${synthetic.treated} est à`;
  const clear =
    last.lower !== null && last.upper !== null && (last.observed < last.lower || last.observed > last.upper);
  const tail = clear ? '' : ', un écart qui peut être dû au hasard';
  return `À la dernière période (${at}), ${who} ${valueText(last.observed, width, rollout)}, contre ${valueText(last.expected, width, rollout)} attendu sans le service${tail}.`;
}

const labelText = ({ label }: MeasuredRollout): string => (label === null ? '' : `, en ${label}`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
