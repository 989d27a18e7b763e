import { type PlanReading, readPlan } from '../../plan/read-plan.ts';

/** Reads a text as the plan of this service: one written for another is a problem at the line that says so. */
export function readPlanOf(service: string, text: string): PlanReading {
  const reading = readPlan(text);
  if (reading.plan === null || reading.plan.service.id === service) return reading;
  const problem = {
    path: 'service.id',
    ...reading.locate(['service', 'id'], 'value'),
    sentence: `ce plan est celui du service « ${reading.plan.service.id} » ; écrivez « ${service} », l’identifiant sous lequel ce service est inscrit ici`,
    suggestion: service,
  };
  return { plan: null, problems: [problem], locate: reading.locate };
}
