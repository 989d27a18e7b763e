import { caseOf } from '../cases/library.ts';
import { planHead } from '../cases/plans/plan-head.ts';
import { starterBody } from '../cases/plans/starter-plan.ts';
import { withoutAccents } from '../search-text.ts';
import type { NumbersAnswer, WholeProject } from './answers.ts';

/**
 * The plan of a project: that of the nearest case, with its own effect, baseline, target and horizon. `id`: that of the
 * service, once it is known.
 */
export function projectPlan(
  name: string,
  { effect, checks, measures, example, numbers }: WholeProject,
  id: string = serviceIdOf(name),
): string {
  const nearest = caseOf(example);
  if (nearest === null) throw new Error(`No case is called ${example}.`);
  const { organisation, mission, ...own } = effect;
  const list = (items: readonly string[]) => items.map((item) => `#   - ${item}`).join('\n');
  return `# Plan de mesure de ${name}, parti du cas ${nearest.name}.
# Ce qui a trompé ce cas : ${nearest.wentWrong.replace(/\u00a0/g, ' ')}
#
# Les premiers succès, à trois mois, se verront ainsi :
${list(checks)}
# À deux ans, trois mesures possibles :
${list(measures)}
#
# À changer : les noms des fichiers et des colonnes, les dates, les limites. Puis : foulee check impact.yaml

${planHead({ ...nearest, organisation: organisation || 'À compléter', mission, effect: own }, { id, name })}
${expecting(starterBody(example), numbers)}`;
}

/** An identifier for a service not listed yet. */
export function serviceIdOf(name: string): string {
  const words = withoutAccents(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.slice(0, 60).replace(/-+$/, '') || 'mon-service';
}

/** The body of a plan with what is expected written in it, where its method counts a share of people. */
function expecting(body: string, { without, change, horizon }: NumbersAnswer): string {
  const at = body.indexOf('indicators:');
  const second = body.indexOf('\n  - id:', body.indexOf('  - id:', at) + 1);
  const end = second === -1 ? body.length : second;
  const [before, first, after] = [body.slice(0, at), body.slice(at, end), body.slice(end)];
  const [, method] = /^ {4}method: (follow-up|asked-later)$/m.exec(first) ?? [];
  if (method === undefined) return body;
  const share = (outOf100: number) => Number((outOf100 / 100).toPrecision(6));
  const expected = `    method: ${method}
    baseline: ${share(without)}   # attendu sans le service
    target: {value: ${share(without + change)}}   # le plus petit changement qui compterait
`;
  const changed = first
    .replace(/^ {4}(baseline|target):.*\n/gm, '')
    .replace(/^ {4}method: .*\n/m, expected)
    .replace(/threshold: [\d.]+/, `threshold: ${share(Math.abs(change))}`);
  return before + (method === 'asked-later' ? later(changed, horizon) : followed(changed, horizon)) + after;
}

const later = (text: string, horizon: number) => text.replace(/^( {4}after: )\d+d/m, `$1${horizon}d`);

const followed = (text: string, horizon: number) =>
  text
    .replace(/^( {4}horizons: )\[[^\]]*\]/m, `$1[${horizon}d]`)
    .replace(/until: \d+d/, `until: ${horizon}d`);
