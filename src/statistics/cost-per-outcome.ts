/**
 * What one more outcome costs: cost per user over the difference in risk the service makes, by Fieller (`fieller.ts`).
 * Assumes cost and effect are estimated independently. Worked example: 15 € a user and 2 points ± 0.4 (se) give 750 €,
 * between 539 € and 1 233 €.
 */
import { type FiellerInterval, fieller } from './fieller.ts';
import { decimal } from './french-number.ts';

export interface ServiceCost {
  /** In euros, over the users counted; its standard error, 0 when it is known. */
  readonly cost: number;
  readonly costSe: number;
  readonly users: number;
}

/** `effect`: difference in risk, treated minus control, in proportion. */
export function costPerOutcome(
  { cost, costSe, users }: ServiceCost,
  effect: { readonly estimate: number; readonly se: number },
  level = 0.95,
): FiellerInterval {
  const found = fieller(
    {
      numerator: cost / users,
      denominator: effect.estimate,
      varNumerator: (costSe / users) ** 2,
      varDenominator: effect.se ** 2,
      covariance: 0,
    },
    level,
  );
  const { lower, upper } = found;
  if (lower === null || upper === null) return found;
  const sentence =
    effect.estimate > 0
      ? `Chaque effet supplémentaire coûte entre ${euros(lower)} et ${euros(upper)}.`
      : "Avec le service, l'effet recherché arrive moins souvent : il n'y a pas d'effet supplémentaire à chiffrer.";
  return { ...found, sentence };
}

/** To the cent under ten euros. */
const euros = (amount: number): string =>
  amount < 10 ? `${decimal(amount, 2)} €` : `${Math.round(amount).toLocaleString('fr-FR')} €`;
