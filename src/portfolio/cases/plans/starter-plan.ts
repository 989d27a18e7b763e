import { type Case, caseMethods } from '../case.ts';
import { economyPlans } from './economy.ts';
import { environmentPlans } from './environment.ts';
import { justiceAndSafetyPlans } from './justice-and-safety.ts';
import { planHead } from './plan-head.ts';
import { rightsPlans } from './rights.ts';
import { workPlans } from './work.ts';

const bodies: Readonly<Record<string, string>> = {
  ...workPlans,
  ...rightsPlans,
  ...justiceAndSafetyPlans,
  ...environmentPlans,
  ...economyPlans,
};

/** What follows the head of the plan of a case: sources and indicators. */
export function starterBody(id: string): string {
  const body = bodies[id];
  if (body === undefined) throw new Error(`No starter plan for ${id}.`);
  return body;
}

/** A plan to start from, for a service alike: a valid `impact.yaml`, commented in French. */
export function starterPlan(example: Case): string {
  const { id, name, method, wentWrong } = example;
  return `# Un plan de départ, d’après ${name} : ${caseMethods[method]}.
# Ce qui peut tromper : ${wentWrong.replace(/\u00a0/g, ' ')}
#
# À changer : le service, l’effet, les noms des fichiers et des colonnes, les dates, les limites.
# Puis « foulee check impact.yaml » dit en français ce qui sera mesuré, et « foulee project » quand vous le saurez.

${planHead(example)}
${starterBody(id)}`;
}
