import { dateText, isCalendarDate } from './calendar-date.ts';
import { comparisonLines } from './describe-comparison.ts';
import { daysText } from './duration.ts';
import type { Effect, FollowUpIndicator, Plan, RowFilter, Source, ValueTest } from './plan.ts';

/** The plan told in plain French: what will be measured, for whom, from when to when, on which sources. */
export function describePlan(plan: Plan): string {
  const { service, effect } = plan;
  const head = [
    service.organisation ? `${service.name} (${service.organisation})` : service.name,
    ...(service.mission ? [`Mission : ${sentence(service.mission)}`] : []),
    `Effet recherché, ${domains[effect.domain]} : ${sentence(effect.statement)}`,
    ...(effect.beneficiaries ? [`Pour qui : ${sentence(effect.beneficiaries)}`] : []),
  ];
  const sources = Object.values(plan.sources).map((source) => `  ${describeSource(source)}`);
  const indicators = plan.indicators.map((indicator) => describeIndicator(plan, indicator).join('\n  '));
  return [head.join('\n'), ...indicators, ['Sources', ...sources].join('\n')].join('\n\n');
}

const domains: Readonly<Record<Effect['domain'], string>> = {
  social: 'social',
  environmental: 'environnemental',
  economic: 'économique',
};

const matrixRows = {
  usable: 'utilisable',
  used: 'utilisé',
  useful: 'utile',
  impactful: 'impactant',
  efficient: 'efficient',
} as const;

const cohorts = { week: 'par semaine', month: 'par mois', quarter: 'par trimestre' } as const;

/** One indicator, a line a question; the first line is its title. */
function describeIndicator(plan: Plan, indicator: FollowUpIndicator): string[] {
  const people = plan.sources[indicator.exposure ?? indicator.population ?? ''];
  const counted = countedUnits(indicator);
  return [
    `${indicator.name} (${indicator.id} ; matrice d'impact : ${matrixRows[indicator.matrix]})`,
    `Ce qui sera mesuré : sur 100 ${counted}, combien connaissent l'effet ${inDays(indicator.horizons)}.`,
    ...(people ? [`Qui est suivi : ${followedText(people, indicator)}`] : []),
    ...(people ? [`Ce qui compte comme effet : ${outcomeText(people, indicator)}`] : []),
    ...(isDurations(people) ? [] : [`De quand à quand : ${windowText(indicator)}`]),
    `Comment le chiffre est rangé : ${readingText(indicator, people)}`,
    ...comparisonLines(indicator),
    ...referenceLines(indicator),
    ...(indicator.limits.length > 0 ? [`Limites connues : ${indicator.limits.map(sentence).join(' ')}`] : []),
    ...(indicator.owner ? [`Qui en répond : ${sentence(indicator.owner)}`] : []),
  ];
}

const countedUnits = (indicator: FollowUpIndicator): string =>
  indicator.unitLabel ?? (indicator.unit.includes('target') ? 'couples personne et cible' : 'personnes');

const isDurations = (source: Source | undefined): boolean =>
  source?.kind === 'units' && source.followUp === 'durations';

function followedText(people: Source, indicator: FollowUpIndicator): string {
  const pair = indicator.unit.includes('target');
  switch (people.kind) {
    case 'events': {
      const who = pair ? 'chaque couple personne et cible' : 'chaque personne';
      return `${who} de « ${people.name} », une seule fois ; le jour de son premier usage (${people.time}) démarre l'horloge.`;
    }
    case 'units':
      return people.followUp === 'dates'
        ? `chaque ${pair ? 'couple' : 'personne'} de « ${people.name} », à partir de sa date d'entrée (${people.entry}).`
        : `chaque ligne de « ${people.name} », depuis son entrée ; la durée suivie est dans ${people.duration}, comptée par ${daysText(people.durationUnit)}.`;
    case 'outcomes':
      return `« ${people.name} ».`;
  }
}

function outcomeText(people: Source, indicator: FollowUpIndicator): string {
  const { outcome, match } = indicator;
  if (outcome !== null) {
    const same = match.includes('target') ? 'la même personne et la même cible' : 'la même personne';
    return `la première ligne de « ${outcome} » pour ${same}, dans la fenêtre${exitText(people)}.`;
  }
  if (people.kind !== 'units') return 'aucun.';
  if (people.followUp === 'dates') {
    return `la date inscrite dans ${people.time ?? 'la table'}${exitText(people)}.`;
  }
  const others = people.competing.length > 0 ? ` ; autres sorties : ${listText(people.competing)}` : '';
  return `${people.status} vaut ${people.event}${others}.`;
}

const exitText = (people: Source): string =>
  people.kind === 'units' && people.followUp === 'dates' && people.exit
    ? ` ; une autre sortie (${people.exit}) survenue avant met fin au suivi`
    : '';

function windowText({ window: { after, until } }: FollowUpIndicator): string {
  const sameDay = after === 0 ? 'le jour même compte' : 'le jour même ne compte pas';
  const from = after === 0 ? 'du jour de départ' : `du ${ordinal(after)} jour après le départ`;
  if (until === null) return `${from}, sans limite (${sameDay}).`;
  return `${from} au ${ordinal(until)} jour, compris (${sameDay}).`;
}

const ordinal = (days: number): string => (days === 1 ? '1er' : `${days}e`);

function readingText(indicator: FollowUpIndicator, people: Source | undefined): string {
  const dated = isDurations(people)
    ? 'toutes les personnes ensemble'
    : `départs groupés ${cohorts[indicator.cohort]}`;
  const group = people?.kind === 'units' && people.group ? [people.group] : [];
  const detail = [...group, ...indicator.breakdown];
  return detail.length > 0 ? `${dated}, avec le détail selon ${listText(detail)}.` : `${dated}, sans détail.`;
}

function referenceLines({ baseline, baselineDate, target }: FollowUpIndicator): string[] {
  const lines: string[] = [];
  if (baseline !== null) {
    const when = baselineDate ? ` (${dateText(baselineDate)})` : '';
    lines.push(`Référence : ${percent(baseline)} sur 100${when}.`);
  }
  if (target !== null) {
    const by = target.by ? `, au plus tard le ${dateText(target.by)}` : '';
    const aim = target.relative
      ? `${target.value < 0 ? '−' : '+'}${percent(Math.abs(target.value))} % par rapport à la référence`
      : `${percent(target.value)} sur 100`;
    lines.push(`Cible : ${aim}${by}.`);
  }
  return lines;
}

const kinds = { events: 'usages', outcomes: 'effets constatés', units: 'personnes suivies' } as const;

/** One source in a sentence: what it holds, which files, which rows are kept, until when it is complete. */
function describeSource(source: Source): string {
  const parts = [
    `${source.name} (${kinds[source.kind]}) : ${listText(source.files)}`,
    source.where.length > 0 ? `lignes gardées : ${filterText(source.where)}` : 'toutes les lignes',
    source.completeThrough
      ? `complète jusqu'au ${dateText(source.completeThrough)}`
      : "complète jusqu'à une date déduite des données",
    ...(source.matchingRight ? [`droit d'apparier : ${source.matchingRight.replace(/[.…]\s*$/, '')}`] : []),
  ];
  const shown = isDurations(source) ? parts.filter((part) => !part.startsWith('complète')) : parts;
  return `${shown.join(' ; ')}.`;
}

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

const inDays = (horizons: readonly number[]): string =>
  `au bout de ${listText(horizons.map(String))} ${Math.max(...horizons) < 2 ? 'jour' : 'jours'}`;

/** Items separated by commas, the last by « et » (or the given word). */
function listText(items: readonly string[], last = 'et'): string {
  const head = items.slice(0, -1);
  return head.length === 0 ? (items[0] ?? '') : `${head.join(', ')} ${last} ${items.at(-1)}`;
}

const percent = (share: number): string => Number((share * 100).toFixed(2)).toLocaleString('fr-FR');

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
