import type { CommitteeEvidence } from '../../../../committee/evidence/evidence.ts';
import { type Criterion, resultWords } from '../../../../committee/sessions/decision-words.ts';
import type { CommitteeSession } from '../../../../committee/sessions/session.ts';
import { frenchDay } from '../../../../platform/french/date.ts';
import { typeset } from '../../../../platform/french/typography.ts';

/** What the frozen evidence says of each question of the grid, so that nobody scores from memory. */
export function gridFacts(
  { lastObjectives, objectives }: Pick<CommitteeSession, 'lastObjectives' | 'objectives'>,
  { costs, runs }: Pick<CommitteeEvidence, 'costs' | 'runs'>,
): Readonly<Record<Criterion, readonly string[]>> {
  const last = lastObjectives.map(({ text, result }) =>
    result === null ? text : `${resultWords[result.verdict]} : ${text}`,
  );
  const next = objectives.map(({ text, dueOn }) => `${text}, pour le ${frenchDay(dueOn)}`);
  const said = {
    objectives: last.length === 0 ? ['Aucun objectif n’avait été écrit la dernière fois.'] : last,
    cost: [costs.perAdditionalOutcome.sentence],
    next: next.length === 0 ? ['Aucun objectif n’est proposé.'] : next,
    drive: [runs.sentence],
  };
  return {
    objectives: said.objectives.map(typeset),
    cost: said.cost.map(typeset),
    next: said.next.map(typeset),
    drive: said.drive.map(typeset),
  };
}
