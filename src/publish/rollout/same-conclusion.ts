import type { MeasuredRollout } from '../../measure/rollout/measured-rollout.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { EffectEstimate } from '../../statistics/effect-estimate.ts';

interface Concluded {
  readonly effect: EffectEstimate | null;
  readonly method: MeasuredRollout['method'];
}

/** Refuses a figure that, on what may be seen, would not say the same as on everything. */
export function checkSameConclusion(name: string, measured: Concluded, published: Concluded): void {
  if (conclusion(measured) === conclusion(published)) return;
  throw new Refusal(
    'data',
    `« ${name} » : sans les territoires qui reposent sur trop peu de personnes, le calcul ne donne plus la même conclusion.`,
    'Rien n’a été publié. Comparez des territoires plus grands ou des périodes plus longues (cohort: quarter), ou publiez les autres indicateurs avec « --only ».',
  );
}

function conclusion({ effect, method }: Concluded): string {
  if (effect === null || effect.kind === 'insufficient') return 'no figure';
  return `${method} ${effect.lower > 0 ? 'more' : effect.upper < 0 ? 'less' : 'cannot tell'}`;
}
