import { readAmount } from '../../../committee/costs/read-amount.ts';
import type { Grid } from '../../../committee/sessions/decision.ts';
import { criteria, decisionKinds } from '../../../committee/sessions/decision-words.ts';
import { numberToCorrect } from '../../../committee/sessions/refusals.ts';
import type { NewDecision } from '../../../committee/sessions/take-decision.ts';
import { typedDay, typedDayOrNothing } from '../../../committee/sessions/typed-day.ts';
import { longestWord, written, writtenOrNothing } from '../../../committee/sessions/written.ts';
import { formNotUnderstood } from '../../../platform/accounts/refusals.ts';

/** How many conditions the form has room for. */
export const conditionRows = [1, 2, 3, 4] as const;

export const longestReason = 200;

/** A decision as its form sends it; refuses what cannot be read, saying which field. */
export function readDecisionForm(form: ReadonlyMap<string, string>): NewDecision {
  const typed = (name: string) => form.get(name) ?? '';
  const kind = decisionKinds.find((own) => own === typed('decision'));
  if (kind === undefined) throw formNotUnderstood();
  return {
    kind,
    reason: written(typed('raison'), 'Il manque la raison de la décision.'),
    amount: amountIn(typed('montant')),
    moneyUntil: typedDayOrNothing(typed('jusquau'), 'le jour où l’argent s’arrête'),
    isPublic: typed('publique') === 'oui',
    decidedOn: typedDay(typed('jour'), 'le jour de la décision'),
    grid: gridIn(typed),
    conditions: conditionRows.flatMap((row) => {
      const [text, day] = [typed(`condition-${row}`).trim(), typed(`echeance-${row}`).trim()];
      if (text === '' && day === '') return [];
      return [
        {
          text: written(text, `Il manque le texte de la condition ${row}.`, longestWord),
          dueOn: typedDay(day, `l’échéance de la condition ${row}`),
        },
      ];
    }),
  };
}

function gridIn(typed: (name: string) => string): Grid {
  const scored = criteria.map((criterion) => {
    const text = typed(`note-${criterion}`);
    if (!/^[0-5]?$/.test(text)) throw formNotUnderstood();
    const reason = writtenOrNothing(typed(`mot-${criterion}`), longestReason);
    return [criterion, { score: text === '' ? null : Number(text), reason }] as const;
  });
  return Object.fromEntries(scored) as Grid;
}

/** Whole euros. */
function amountIn(typed: string): number | null {
  if (typed.trim() === '') return null;
  const read = readAmount(typed);
  if ('fault' in read) throw numberToCorrect(read.fault);
  if (read.cents > 2e11) throw numberToCorrect('Ce montant dépasse deux milliards d’euros.');
  return Math.round(read.cents / 100);
}
