import type { Case } from '../case.ts';

/** The head of a plan for a case of the library, under the identifier and the name given. */
export function planHead(
  { id, name, organisation, mission, effect }: Case,
  named: { readonly id: string; readonly name: string } = { id, name },
): string {
  const text = (value: string) => JSON.stringify(value);
  return `foulee: 1
service:
  id: ${named.id}
  name: ${text(named.name)}
  organisation: ${text(organisation)}
  mission: ${text(mission)}
effect:
  statement: ${text(effect.statement)}
  domain: ${effect.domain}
  beneficiaries: ${text(effect.beneficiaries)}
`;
}
