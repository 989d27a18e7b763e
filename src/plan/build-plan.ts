import { buildIndicator } from './build-indicator.ts';
import { buildSource } from './build-source.ts';
import type { PlanDocument } from './document-schema.ts';
import type { Plan } from './plan.ts';

/** The plan a valid document stands for: defaults filled, names as in the code. */
export function buildPlan(document: PlanDocument): Plan {
  const { service, effect } = document;
  return {
    service: {
      id: service.id,
      name: service.name,
      organisation: service.organisation ?? null,
      mission: service.mission ?? null,
    },
    effect: {
      statement: effect.statement,
      domain: effect.domain,
      beneficiaries: effect.beneficiaries ?? null,
    },
    sources: Object.fromEntries(
      Object.entries(document.sources).map(([name, source]) => [name, buildSource(name, source)]),
    ),
    indicators: document.indicators.map(buildIndicator),
  };
}
