import { frenchDay } from '../../../platform/french/date.ts';
import { euros } from '../../../platform/french/money.ts';
import { typeset } from '../../../platform/french/typography.ts';
import { decisionKinds, decisionWords } from '../../sessions/decision-words.ts';
import { list, type Section } from '../dossier.ts';
import type { DossierSession } from '../dossier-session.ts';
import { unended } from '../unended.ts';

/** What the committee decided, or why it will not; until then, what it may decide. */
export function whatIsDecided({ decision, closed }: Pick<DossierSession, 'decision' | 'closed'>): Section {
  const section = { id: 'decision', heading: 'La décision' };
  if (closed !== null) {
    const lead = `Clos sans décision le ${frenchDay(closed.day)}.`;
    return { ...section, blocks: [{ kind: 'text', lead, text: typeset(closed.reason) }] };
  }
  if (decision === null) {
    const choices = decisionKinds.map((kind) => decisionWords[kind].name);
    return { ...section, blocks: [{ kind: 'choices', choices }] };
  }
  const { kind, reason, amount, moneyUntil, decidedOn, conditions } = decision;
  const money = [
    ...(amount === null ? [] : [euros(amount)]),
    ...(moneyUntil === null ? [] : [`jusqu’au ${frenchDay(moneyUntil)}`]),
  ].join(' ');
  return {
    ...section,
    blocks: [
      {
        kind: 'text',
        lead: typeset(`${decisionWords[kind].name}${money === '' ? '' : ` : ${money}`}.`),
        text: `Décidé le ${frenchDay(decidedOn)}. ${typeset(reason)}`,
      },
      ...list(
        conditions.map(({ text, dueOn }) =>
          typeset(`Condition : ${unended(text)}, pour le ${frenchDay(dueOn)}`),
        ),
      ),
    ],
  };
}
