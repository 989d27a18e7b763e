import { askedLaterLines } from './asked-later/describe.ts';
import { declaredLines } from './declared/describe.ts';
import { describeSource } from './describe-source.ts';
import { followUpLines } from './follow-up/describe.ts';
import { matrixRows } from './matrix-rows.ts';
import type { Effect, Indicator, Plan } from './plan.ts';
import { proxyLines } from './proxy/describe.ts';
import { rolloutLines } from './rollout/describe.ts';
import { sampleVolumeLines } from './sample-volume/describe.ts';
import { sentence } from './wording.ts';

/** A length of time, in days, as the one who asks wants it said: `trois mois`, `90 jours`. */
type SaidDuration = (days: number) => string;

/** The plan told in plain French: what will be measured, for whom, from when to when, on which sources. */
export function describePlan(plan: Plan, duration: SaidDuration): string {
  const { service, effect } = plan;
  const head = [
    service.organisation ? `${service.name} (${service.organisation})` : service.name,
    ...(service.mission ? [`Mission : ${sentence(service.mission)}`] : []),
    `Effet recherché, ${domains[effect.domain]} : ${sentence(effect.statement)}`,
    ...(effect.beneficiaries ? [`Pour qui : ${sentence(effect.beneficiaries)}`] : []),
  ];
  const sources = Object.values(plan.sources).map((source) => `  ${describeSource(source)}`);
  const indicators = plan.indicators.map((indicator) =>
    describeIndicator(plan, indicator, duration).join('\n  '),
  );
  const listed = sources.length === 0 ? [] : [['Sources', ...sources].join('\n')];
  return [head.join('\n'), ...indicators, ...listed].join('\n\n');
}

const domains: Readonly<Record<Effect['domain'], string>> = {
  social: 'social',
  environmental: 'environnemental',
  economic: 'économique',
};

/** One indicator, a line a question; the first line is its title. */
function describeIndicator(plan: Plan, indicator: Indicator, duration: SaidDuration): string[] {
  return [
    `${indicator.name} (${indicator.id} ; matrice d'impact : ${matrixRows[indicator.matrix].name.toLowerCase()})`,
    ...methodLines(plan, indicator, duration),
    ...(indicator.limits.length > 0 ? [`Limites connues : ${indicator.limits.map(sentence).join(' ')}`] : []),
    ...(indicator.owner ? [`Qui en répond : ${sentence(indicator.owner)}`] : []),
  ];
}

/** How an indicator is measured, a line a question. */
export function methodLines(plan: Plan, indicator: Indicator, duration: SaidDuration): string[] {
  switch (indicator.method) {
    case 'follow-up':
      return followUpLines(plan, indicator, duration);
    case 'sample-volume':
      return sampleVolumeLines(indicator);
    case 'proxy':
      return proxyLines(plan, indicator);
    case 'asked-later':
      return askedLaterLines(indicator);
    case 'declared':
      return declaredLines(indicator);
    case 'rollout':
      return rolloutLines(plan, indicator);
  }
}
