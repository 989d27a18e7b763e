import { panelCalendar } from '../../measure/rollout/panel-calendar.ts';
import { peopleServed } from '../../measure/rollout/people-served.ts';
import type { Indicator } from '../../plan/plan.ts';
import type { PublishedMeasure } from '../../publish/bundle/bundle.ts';
import type { PublicPlan } from '../../publish/bundle/public-plan.ts';
import { groupUnits, type LifeTable } from '../../publish/disclosure/life-table.ts';
import type { PublishedFigures } from '../../publish/method/published-method.ts';
import { type PanelCounts, panelAt } from '../../publish/rollout/panel-counts.ts';
import { isoDay } from '../../statistics/calendar-day.ts';
import type { Divisor } from './divided-cost.ts';
import { type UnknownUnitCost, unknownCost } from './unit-cost.ts';

export type PeopleFollowed = (Divisor & { readonly kind: 'people' }) | UnknownUnitCost;

/**
 * Those a published measure followed who had the service, and the days on which they came; null for a measure that
 * follows nobody.
 */
export function peopleFollowed(measure: PublishedMeasure, plan: PublicPlan): PeopleFollowed | null {
  const { counts, figures } = measure;
  if (counts.kind === 'figures') return null;
  const indicator = plan.indicators.find(({ id }) => id === measure.indicator);
  if (counts.kind === 'panel') return inTerritories(measure.indicator, counts, figures, indicator);
  if (indicator?.method !== 'follow-up') return null;
  const everyone = counts.everyone?.groups[0];
  const people =
    indicator.comparison === undefined
      ? everyone === undefined
        ? null
        : groupUnits(everyone)
      : treatedUnits(counts.arms);
  if (people === null || people === 0)
    return unknownCost('no-people', 'Coût inconnu : le nombre de personnes suivies n’est pas public.');
  const source = indicator.exposure ?? indicator.population;
  const input = measure.inputs.find((one) => one.source === source);
  if (!input || input.firstDay === null || input.lastDay === null) return unknownCost('no-days', noDays);
  return {
    kind: 'people',
    value: people,
    lower: null,
    upper: null,
    unit: indicator.unitLabel ?? 'personnes suivies',
    each: indicator.unitLabel === undefined ? 'par personne suivie' : null,
    period: { from: input.firstDay, until: input.lastDay },
    indicator: measure.indicator,
    horizon: null,
    note: null,
  };
}

const noDays =
  'Coût inconnu : les données publiées ne disent pas quels jours ces personnes sont venues, donc pas quel budget les a servies.';

/** Those with the service (or offered it), cut by take-up or not. */
function treatedUnits(arms: LifeTable | null): number | null {
  const treated = arms?.groups.filter(({ group }) => group === 'treated' || group?.startsWith('treated/'));
  if (treated === undefined || treated.length === 0) return null;
  return treated.reduce((sum, group) => sum + groupUnits(group), 0);
}

function inTerritories(
  indicator: string,
  counts: PanelCounts,
  figures: PublishedFigures,
  written: Indicator | undefined,
): PeopleFollowed {
  if (figures.kind !== 'rollout') return unknownCost('no-people', noPeople);
  const { rollout } = figures;
  const calendar = panelCalendar(counts.periodSize);
  const panel = panelAt(counts, Math.max(0, counts.horizons.indexOf(rollout.horizon)));
  const value = rollout.unit === 'share' ? peopleServed(panel, rollout) : 0;
  if (value === 0) return unknownCost('no-people', noPeople);
  const treated = new Set(rollout.territories.flatMap(({ name, role }) => (role === 'treated' ? name : [])));
  const starts = panel.territories.flatMap(({ name, started }) =>
    started !== null && treated.has(name) ? started : [],
  );
  const who =
    written !== undefined && 'sentence' in written ? (written.sentence?.who ?? 'personnes') : 'personnes';
  const [before, last] = [
    calendar.lastDay(Math.min(...starts) - 1),
    calendar.lastDay(Math.max(...counts.periods)),
  ];
  if (before === null || last === null) return unknownCost('no-days', noDays);
  return {
    kind: 'people',
    value,
    lower: null,
    upper: null,
    unit: who,
    each: null,
    period: { from: isoDay(before + 1), until: isoDay(last) },
    indicator,
    horizon: null,
    note: 'dans les territoires servis, comptés une fois par période',
  };
}

const noPeople =
  'Coût inconnu : la table publiée contient des valeurs par territoire, et rien ne dit combien de personnes ont eu le service.';
