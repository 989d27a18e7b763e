import type { z } from '@hono/zod-openapi';
import { conditionState } from '../../committee/sessions/condition-state.ts';
import type { Decision } from '../../committee/sessions/decision.ts';
import { parisDay } from '../../platform/paris-time.ts';
import { publicationPath } from '../view/addresses.ts';
import type { decisionShape } from './shapes.ts';

/** A public decision as the API gives it; `address` is the site's. */
export function decisionJson(
  decision: Decision,
  { address, today }: { readonly address: string; readonly today: string },
): z.infer<typeof decisionShape> {
  const { service, decidedOn, kind, reason, amount, moneyUntil, evidence, conditions, entries, checks } =
    decision;
  return {
    decidedOn,
    kind,
    reason,
    amount,
    moneyUntil,
    evidence: {
      sha256: evidence.sha256,
      frozenOn: evidence.day,
      publication:
        evidence.publication === null
          ? null
          : `${address}${publicationPath(service, String(evidence.publication.number))}`,
    },
    conditions: conditions.map((condition) => ({
      text: condition.text,
      dueOn: condition.dueOn,
      isProof: condition.isProof,
      state: conditionState(condition, today),
    })),
    added: entries.map((entry) => ({ day: parisDay(entry.at), kind: entry.kind, text: entry.text })),
    lookedBack: checks.map(({ months, verdict, word, figures, at }) => ({
      months,
      day: parisDay(at),
      verdict,
      word,
      figures: [...figures],
    })),
  };
}
