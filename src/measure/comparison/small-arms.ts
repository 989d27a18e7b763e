import { counted } from '../../platform/french/number.ts';
import type { Warning } from '../measure.ts';
import type { MeasuredComparison } from './measured-comparison.ts';

/** Fewer people, or fewer outcomes, than this in a group: somebody might be recognised, and chance weighs most. */
const few = 11;

/** Groups too small for their figures to leave the team: publishing them as they are could single somebody out. */
export function smallArms(comparison: MeasuredComparison | null): readonly Warning[] {
  if (comparison === null) return [];
  const { treated, control } = comparison.arms;
  return [
    { name: 'avec le service', arm: treated },
    { name: 'de comparaison', arm: control },
  ].flatMap(({ name, arm }) => {
    if (arm.units === 0 || (arm.units >= few && (arm.outcomes >= few || arm.outcomes === 0))) return [];
    const what =
      arm.units < few
        ? counted(arm.units, 'personne', 'personnes')
        : counted(arm.outcomes, 'effet constaté', 'effets constatés');
    const sentence = `Le groupe ${name} ne compte que ${what} : ces chiffres sont pour l’équipe, quelqu’un pourrait s’y reconnaître ; ne les diffusez pas tels quels.`;
    return [{ code: 'small-arm', sentence }];
  });
}
