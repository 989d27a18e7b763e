import { conditionState } from '../../committee/sessions/condition-state.ts';
import type { Decision } from '../../committee/sessions/decision.ts';
import {
  checkWords,
  conditionWords,
  decisionWords,
  entryWords,
  lookWords,
} from '../../committee/sessions/decision-words.ts';
import { moneySentence } from '../../committee/sessions/money-sentence.ts';
import { parisDay } from '../../platform/paris-time.ts';
import type { ServiceDetails } from '../../portfolio/queries/service-details.ts';
import { publicationPath } from './addresses.ts';
import type { DecisionView } from './service-view.ts';

/** Public decisions taken here, and what an import tells of committees held elsewhere; the latest first. */
export function decisionViews(
  service: string,
  decisions: readonly Decision[],
  committees: ServiceDetails['committees'],
  today: string,
): readonly DecisionView[] {
  const told = committees.flatMap(({ day, comment }): DecisionView[] =>
    comment === null || comment.trim() === '' ? [] : [{ day, sentence: comment, taken: null }],
  );
  return [...decisions.map((decision) => takenView(service, decision, today)), ...told].toSorted((a, b) =>
    (b.day ?? '').localeCompare(a.day ?? ''),
  );
}

function takenView(service: string, decision: Decision, today: string): DecisionView {
  const { decidedOn, kind, reason, evidence, conditions, entries, checks } = decision;
  return {
    day: decidedOn,
    sentence: `${decisionWords[kind].name}. ${reason}`,
    taken: {
      money: moneySentence(decision),
      frozenOn: evidence.day,
      sha256: evidence.sha256,
      publication:
        evidence.publication === null
          ? null
          : {
              day: evidence.publication.day,
              address: publicationPath(service, String(evidence.publication.number)),
            },
      conditions: conditions.map((condition) => ({
        text: condition.text,
        dueOn: condition.dueOn,
        state: conditionWords[conditionState(condition, today)],
        word: condition.answer?.word ?? null,
      })),
      entries: entries.map(({ kind: own, text, at }) => ({ day: parisDay(at), kind: entryWords[own], text })),
      checks: checks.map(({ months, verdict, word, figures, at }) => ({
        title: lookWords[months],
        day: parisDay(at),
        verdict: checkWords[verdict],
        word,
        figures,
      })),
    },
  };
}
