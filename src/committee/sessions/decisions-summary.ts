import { counted } from '../../platform/french/number.ts';
import { checkDue } from './check-due.ts';
import type { CheckedDecision } from './checked-decisions.ts';

/** Below this many decisions looked back at, nothing general is said of how one decides. */
const fewest = 10;

/** Whether decisions were right, as far as looking back tells, in French sentences. */
export function decisionsSummary(decisions: readonly CheckedDecision[], today: string): readonly string[] {
  const last = decisions.flatMap(({ checks }) => checks.at(-1) ?? []);
  const waiting = decisions.filter((decision) => checkDue(decision, today) !== null).length;
  const count = (verdict: string) => last.filter((check) => check.verdict === verdict).length;
  const due =
    waiting === 0
      ? []
      : [
          `${counted(waiting, 'décision attend', 'décisions attendent')} qu’on dise ce qu’elle${waiting < 2 ? ' est devenue' : 's sont devenues'}.`,
        ];
  if (last.length === 0) {
    return [
      'Aucune décision n’a encore été relue avec le recul : nous ne savons pas encore si nous décidons bien.',
      ...due,
    ];
  }
  const [hoped, not, unknown] = [count('as-hoped'), count('not-as-hoped'), count('cannot-tell')];
  const told = `Sur ${counted(last.length, 'décision relue', 'décisions relues')} avec le recul : ${hoped} où ce qui était espéré s’est produit, ${not} où ce n’est pas le cas, ${unknown} où l’on ne peut pas le dire.`;
  const few =
    last.length < fewest
      ? [`C’est trop peu pour dire si nous décidons bien : il en faudrait au moins ${fewest}.`]
      : [];
  return [told, ...few, ...due];
}
