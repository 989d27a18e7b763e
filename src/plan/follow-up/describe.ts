import { dateText } from '../calendar-date.ts';
import { comparisonLines } from '../describe-comparison.ts';
import { daysText } from '../duration.ts';
import { labelOf } from '../label.ts';
import type { FollowUpIndicator, Plan, Source } from '../plan.ts';
import { listText, percent } from '../wording.ts';

const cohorts = { week: 'par semaine', month: 'par mois', quarter: 'par trimestre' } as const;

/** What is measured, for whom, from when to when, a line a question. */
export function followUpLines(
  plan: Plan,
  indicator: FollowUpIndicator,
  duration: (days: number) => string,
): string[] {
  const people = plan.sources[indicator.exposure ?? indicator.population ?? ''];
  const counted = countedUnits(indicator);
  return [
    `Ce qui est mesuré : sur 100 ${counted}, combien ${indicator.sentence?.what ?? "connaissent l'effet"} au bout de ${listText(indicator.horizons.map(duration))}.`,
    ...(people ? [`Qui est suivi : ${followedText(people, indicator)}`] : []),
    ...(people ? [`Ce qui compte comme effet : ${outcomeText(people, indicator)}`] : []),
    ...(isDurations(people) ? [] : [`De quand à quand : ${windowText(indicator)}`]),
    `Comment le chiffre est rangé : ${readingText(indicator, people)}`,
    ...comparisonLines(indicator),
    ...referenceLines(indicator),
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
    case 'assignments':
    case 'sample':
    case 'series':
    case 'panel':
    case 'territories':
      return `« ${people.name} ».`;
  }
}

function outcomeText(people: Source, indicator: FollowUpIndicator): string {
  const { outcome, match } = indicator;
  if (outcome !== null) {
    const same = match.includes('target') ? 'la même personne et la même cible' : 'la même personne';
    return `la première ligne de « ${outcome} » pour ${same}, dans la fenêtre${exitText(people, indicator)}.`;
  }
  if (people.kind !== 'units') return 'aucun.';
  if (people.followUp === 'dates') {
    return `la date inscrite dans ${people.time === null ? 'la table' : `la colonne « ${people.time} »`}${exitText(people, indicator)}.`;
  }
  const others =
    people.competing.length > 0
      ? ` ; autres sorties : ${listText(people.competing.map((name) => labelOf(indicator, name)))}`
      : '';
  return `${people.status} vaut ${people.event}${others}.`;
}

const exitText = (people: Source, indicator: FollowUpIndicator): string =>
  people.kind === 'units' && people.followUp === 'dates' && people.exit
    ? ` ; une autre sortie (${labelOf(indicator, people.exit)}) survenue avant met fin au suivi`
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
  return detail.length > 0
    ? `${dated}, avec le détail selon ${listText(detail.map((name) => labelOf(indicator, name)))}.`
    : `${dated}, sans détail.`;
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
