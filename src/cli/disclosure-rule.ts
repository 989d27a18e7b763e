import { Refusal } from '../platform/refusal.ts';
import { type DisclosureRule, firmsRule, peopleRule } from '../publish/disclosure/rule.ts';

/** The rule asked for on the command line: that of firms, or a threshold of its own. */
export function disclosureRule(threshold: string, firms: boolean): DisclosureRule {
  if (firms) return firmsRule;
  const fewest = Number(threshold);
  if (Number.isInteger(fewest) && fewest >= 3) return { ...peopleRule, threshold: fewest };
  throw new Refusal(
    'usage',
    `Le seuil « ${threshold} » n’est pas un nombre entier d’au moins 3.`,
    'Gardez 11, ou le seuil que votre producteur de données impose.',
  );
}
