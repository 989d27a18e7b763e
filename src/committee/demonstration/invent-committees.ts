import type { Database } from '../../platform/database/database.ts';
import { demonstrationId } from '../../portfolio/demonstration/ensure-demonstration.ts';
import type { Author } from '../../publish/ledger/ledger.ts';
import { daysAfter } from '../../statistics/calendar-day.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { answerCondition } from '../sessions/answer-condition.ts';
import type { Decision } from '../sessions/decision.ts';
import { freezeSession } from '../sessions/freeze-session.ts';
import { lookBack } from '../sessions/look-back.ts';
import { addObjective } from '../sessions/objectives.ts';
import { changeSession, prepareSession } from '../sessions/prepare-session.ts';
import { readDecisions } from '../sessions/read-decisions.ts';
import { sayResult } from '../sessions/results.ts';
import { type CommitteeSession, listSessions, readSession } from '../sessions/session.ts';
import { takeDecision } from '../sessions/take-decision.ts';
import { writeCheck } from '../sessions/write-check.ts';
import { type InventedCommittee, type InventedObjective, inventedCommittees } from './invented-committees.ts';

/**
 * Gives services of the demonstration that publish their committees, clearly invented, as of the day each was listed: held,
 * looked back at, waiting for a decision, to be prepared. A service that has some is left alone.
 */
export async function inventCommittees(
  db: Database,
  { since, at }: { readonly since: ReadonlyMap<string, string>; readonly at: string },
): Promise<void> {
  for (const [example, committees] of Object.entries(inventedCommittees)) {
    const service = demonstrationId(example);
    const day = since.get(service);
    if (day === undefined || (await listSessions(db, service)).length > 0) continue;
    for (const committee of committees) await hold(db, service, committee, { day, at });
  }
}

/** `day`: the one invented days are counted from. */
interface Turn {
  readonly day: string;
  readonly at: string;
}

async function hold(db: Database, service: string, invented: InventedCommittee, { day, at }: Turn) {
  const dayAt = (days: number) => daysAfter(day, days);
  const on = (days: number, role: string): Author => ({
    ...{ actor: 'foulee', role },
    at: `${dayAt(days)}${at.slice(10)}`,
  });
  const { plannedOn, moneyEndsOn, question, frozenOn, decision } = invented;
  const typed = { plannedOn: dayAt(plannedOn), moneyEndsOn: dayAt(moneyEndsOn), question };
  const begun = on((frozenOn ?? 0) - 20, 'member');
  // A decision before it has planned the next one already.
  const waiting = (await listSessions(db, service)).find((session) => session.decision === null);
  const id = waiting?.id ?? (await prepareSession(db, service, typed, begun));
  const own = { service, id };
  if (waiting !== undefined) await changeSession(db, own, typed);
  for (const objective of invented.objectives) await propose(db, own, objective, dayAt, begun);
  if (frozenOn === undefined) return;
  for (const { text, verdict, word } of invented.results ?? []) {
    const { lastObjectives: last } = await reread(db, own);
    const objective = last.find((said) => said.text === text)?.id ?? '';
    await sayResult(db, { ...own, last }, { objective, verdict, word }, on(frozenOn, 'member'));
  }
  const known = await gatherEvidence(db, service, dayAt(frozenOn));
  await freezeSession(db, await reread(db, own), known, on(frozenOn, 'member'));
  if (decision === undefined) return;
  const { conditions, check, decidedOn, moneyUntil, ...said } = decision;
  await takeDecision(
    db,
    await reread(db, own),
    {
      ...said,
      decidedOn: dayAt(decidedOn),
      moneyUntil: dayAt(moneyUntil),
      conditions: conditions.map(({ text, dueOn }) => ({ text, dueOn: dayAt(dueOn) })),
    },
    { author: on(decidedOn, 'sponsor'), today: dayAt(decidedOn) },
  );
  const { conditions: asked } = await lastDecision(db, service);
  for (const [index, { answer }] of conditions.entries()) {
    const condition = asked[index]?.id;
    if (answer === undefined || condition === undefined) continue;
    const said = { condition, isMet: true, word: answer.word };
    await answerCondition(db, service, said, on(answer.day, 'member'));
  }
  if (check === undefined) return;
  const [taken, today] = [await lastDecision(db, service), dayAt(check.day)];
  const found = await lookBack(db, taken, await reread(db, own), today);
  await writeCheck(db, taken, { ...check, found }, { author: on(check.day, 'sponsor'), today });
}

async function lastDecision(db: Database, service: string): Promise<Decision> {
  const [taken] = await readDecisions(db, [service], 1);
  if (taken === undefined) throw new TypeError('a decision taken a moment ago is gone');
  return taken;
}

const propose = (
  db: Database,
  own: { readonly service: string; readonly id: string },
  { text, dueOn, tie }: InventedObjective,
  dayAt: (days: number) => string,
  author: Author,
): Promise<void> => addObjective(db, own, { text, dueOn: dayAt(dueOn), tie: tie ?? null }, author);

async function reread(
  db: Database,
  { service, id }: { readonly service: string; readonly id: string },
): Promise<CommitteeSession> {
  const session = await readSession(db, service, id);
  if (session === null) throw new TypeError('a committee prepared a moment ago is gone');
  return session;
}
