import { dateText, isCalendarDate } from './calendar-date.ts';
import type { RowFilter, Source, ValueTest } from './plan.ts';
import { listText } from './wording.ts';

/** What each kind of source holds, in French. */
export const sourceKinds = {
  events: 'usages',
  outcomes: 'effets constatés',
  assignments: 'personnes tirées au sort',
  units: 'personnes suivies',
  sample: 'échantillon',
  series: 'chiffres déclarés',
  panel: 'territoires et périodes',
  territories: 'dates d’arrivée par territoire',
} as const;

/** One source in a sentence: what it holds, which files, which rows are kept, until when it is complete. */
export function describeSource(source: Source): string {
  const parts = [
    `${source.name} (${sourceKinds[source.kind]}) : ${originText(source)}`,
    source.where.length > 0 ? `lignes gardées : ${filterText(source.where)}` : 'toutes les lignes',
    source.completeThrough
      ? `complète jusqu'au ${dateText(source.completeThrough)}`
      : "complète jusqu'à une date déduite des données",
    ...(source.matchingRight ? [`droit de relier : ${source.matchingRight.replace(/[.…]\s*$/, '')}`] : []),
  ];
  const dateless =
    source.kind === 'sample' ||
    source.kind === 'series' ||
    source.kind === 'territories' ||
    (source.kind === 'units' && source.followUp === 'durations');
  const shown = dateless ? parts.filter((part) => !part.startsWith('complète')) : parts;
  return `${shown.join(' ; ')}.`;
}

const originText = ({ arrivals, pull, files }: Source): string =>
  pull
    ? `lignes prises par la connexion « ${pull.connection} »`
    : arrivals
      ? 'lignes reçues par le réseau'
      : listText(files);

const filterText = (where: RowFilter): string =>
  where
    .map((tests) =>
      Object.entries(tests)
        .map(([column, test]) => testText(column, test))
        .join(' et '),
    )
    .join(', ou bien ');

function testText(column: string, test: ValueTest): string {
  const conditions = [
    ...(test.in ? [`${test.in.length > 1 ? 'parmi' : '='} ${listText(test.in, 'ou')}`] : []),
    ...(test.not ? [`autre que ${listText(test.not, 'ou')}`] : []),
    ...(test.min === undefined ? [] : [`à partir ${boundText('de', test.min)}`]),
    ...(test.max === undefined ? [] : [`jusqu'${boundText('à', test.max)}`]),
  ];
  const text = conditions.length > 0 ? `${column} ${conditions.join(', ')}` : `${column} rempli`;
  return test.missing === 'keep' ? `${text} (ou vide)` : text;
}

const boundText = (word: 'de' | 'à', bound: number | string): string => {
  if (typeof bound === 'number') return `${word} ${bound.toLocaleString('fr-FR')}`;
  return isCalendarDate(bound) ? `${word === 'de' ? 'du' : 'au'} ${dateText(bound)}` : `${word} ${bound}`;
};
